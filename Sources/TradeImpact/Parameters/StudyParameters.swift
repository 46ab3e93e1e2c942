/// Everything a run assumes.
struct StudyParameters: Sendable {
  var equilibrium: EquilibriumParameters
  /// `nil` where the importer's economy is not held.
  var economy: EconomyParameters?
}
