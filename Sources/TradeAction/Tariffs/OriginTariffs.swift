/// What an action changes for the imports from one origin.
struct OriginTariffs: Sendable {
  var cells: [ActionTariffs.Cell] = []
  var unpriced: [ActionTariffs.Unpriced] = []
}
