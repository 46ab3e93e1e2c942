import JSONText
import Questions
import Testing

/// With draws an amount is their median, which lies within the 5th and the 95th percentile.
@Suite struct AmountBoundsTests {
  /// The amounts of a document that have bounds: in an object of their own (`value`, `low`, `high`), beside a change,
  /// or as `NAME_low` and `NAME_high`.
  private struct Bounded {
    let path: String
    let value, low, high: Double

    static func all(in document: JSONValue, _ path: String = "") -> [Bounded] {
      if let items = document.array {
        return items.enumerated().flatMap { all(in: $1, "\(path)[\($0)]") }
      }
      var found: [Bounded] = []
      for (name, value) in document.object ?? [] {
        found += all(in: value, path.isEmpty ? name : "\(path).\(name)")
        guard name == "low" || name.hasSuffix("_low"), let low = value.number else { continue }
        let start = name.dropLast("low".count)
        let amount =
          start.isEmpty ? document["value"] ?? document["change"] : document["\(start.dropLast())"]
        found.append(
          Bounded(
            path: "\(path).\(name)", value: amount?.number ?? .nan, low: low,
            high: document["\(start)high"]?.number ?? .nan))
      }
      return found
    }
  }

  @Test func amountsLieWithinTheirBounds() throws {
    let question = try AssessQuestion([("action", "us-301-lists-1-3"), ("draws", "40")])
    let answer = try question.answer(at: Desk(reach: .shipped))
    let document = AssessQuestion.document(answer).json
    let amounts = Bounded.all(in: document)
    for amount in amounts {
      #expect(amount.low <= amount.value && amount.value <= amount.high, "\(amount)")
    }
    for name in ["prices", "deciles", "jobs", "imports_by_origin", "diversion", "leakage"] {
      let rows = try #require(document[name]?.array)
      let counted = rows.count { name != "jobs" || $0["total"]?.number != nil }
      #expect(counted > 0 && amounts.count { $0.path.hasPrefix("\(name)[") } == counted, "\(name)")
    }
    for name in ["revenue", "buyers_loss", "household_cost", "balance.total.change"] {
      #expect(amounts.contains { $0.path == "\(name).low" }, "\(name)")
    }
  }

  /// Rows without draws have no bounds.
  @Test func noBoundsWithoutDraws() throws {
    let question = try AssessQuestion([("action", "us-301-list-1")])
    let answer = try question.answer(at: Desk(reach: .shipped))
    #expect(Bounded.all(in: AssessQuestion.document(answer).json).isEmpty)
  }
}
