public import JSONText

extension Tornado {
  /// An amount of the tornado in the answer of `assess`.
  public enum Amount: String, CaseIterable, Sendable {
    case netWelfare = "net_welfare"
    case balance
    case jobs
    case revenue

    var title: String {
      switch self {
      case .netWelfare: "What net welfare hangs on"
      case .balance: "What the trade balance hangs on"
      case .jobs: "What jobs hang on"
      case .revenue: "What revenue hangs on"
      }
    }

    var unit: Unit { self == .jobs ? .count("jobs") : .dollars }
  }

  /// - Throws: ``JSONShapeError`` when the answer was made without draws, or lacks the amount.
  public init(
    impact answer: JSONValue, amount: Amount = .netWelfare
  ) throws(JSONShapeError) {
    let place = JSONPlace(answer)
    let list = try place.at("tornado")
    var bars: [Bar] = []
    for item in try list.items() {
      let (low, high) = (try item.at("low"), try item.at("high"))
      bars.append(
        Bar(
          assumption: try item.at("assumption").text(),
          ends: (try low.at("at").text(), try high.at("at").text()),
          results: (
            try low.at(amount.rawValue).number(), try high.at(amount.rawValue).number()
          ), isAssumed: try item.at("spread_assumed").bool()))
    }
    guard !bars.isEmpty else {
      throw list.lacking("a list of at least one assumption (assess with draws)")
    }
    // The answer's own amount is the median of the draws, and need not be the central run's.
    let median = answer[amount.rawValue]?["value"]?.number.map {
      " The median of the draws is \(amount.unit.words($0))."
    }
    self.init(
      title: amount.title,
      subtitle:
        "\(try place.at("title").text()). One assumption at a time, from the 5th to the 95th "
        + "percentile, the others central.\(median ?? "")",
      central: try place.at("tornado_central", amount.rawValue).number(), bars: bars,
      unit: amount.unit)
  }
}
