import JSONText

/// An amount that a model gives of an action, as `assess` and `diff` name it.
struct ModelAmount {
  let name: String
  let label: String
  let unit: Unit

  init(_ name: String, _ label: String, _ unit: Unit = .dollars) {
    self.name = name
    self.label = label
    self.unit = unit
  }

  /// In the order in which they are shown.
  static let all = [
    ModelAmount("covered_imports", "Imports covered"),
    ModelAmount("imports_change", "Imports, change"),
    ModelAmount("partner_imports_change", "Imports from the partner, change"),
    ModelAmount("diversion", "Imports from others instead"),
    ModelAmount("revenue", "Revenue"),
    ModelAmount("revenue_static", "Revenue before any response"),
    ModelAmount("revenue_net_of_offset", "Revenue net of lost income taxes"),
    ModelAmount("buyers_loss", "Buyers' loss"),
    ModelAmount("producers_gain", "Home producers' gain"),
    ModelAmount("foreign_loss", "Foreign sellers' loss"),
    ModelAmount("deadweight_loss", "Deadweight loss"),
    ModelAmount("net_welfare", "Net welfare"),
    ModelAmount("exports_change", "Exports, change"),
    ModelAmount("exports_from_costs", "Exports, change from dearer inputs"),
    ModelAmount("bilateral_balance_change", "Trade balance with the partner, change"),
    ModelAmount("total_balance_change", "Trade balance, change"),
    ModelAmount("pass_through", "Share of the duty that buyers pay", .share),
    ModelAmount("price_level_pct", "Consumer prices", .percent),
    ModelAmount("household_cost", "Cost a household"),
    ModelAmount("jobs", "Jobs", .count("jobs")),
  ]

  /// In what its number is written in a table of amounts of several units.
  var unitWords: String {
    switch unit {
    case .share: "share"
    case .percent: "percent"
    case .count(let things): things
    default: "dollars a year"
    }
  }

  /// `value`, `low` and `high` of an estimate.
  static func cells(_ estimate: JSONValue?) -> [Table.Cell] {
    ["value", "low", "high"].map { .init(estimate?[$0]) }
  }
}
