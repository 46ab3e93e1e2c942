import TabularText
import TariffLaw

extension EffectiveRateAnswer {
  private static let header = [
    "rate", "additional_rate", "column_rate", "rate_low", "rate_high", "value", "duty",
    "share_priced", "share_equivalent", "share_unpriced", "share_inadmissible",
    "share_default_facts", "share_carried",
  ]

  /// The rows as comma-separated text. Split, the parts of a row stand under it with their key; the
  /// row itself has the key `all`.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    let key = request.by.map { [$0.rawValue] } ?? []
    writer.append(["date", "until"] + key + Self.header)
    for row in rows {
      let days = ["\(row.day)", "\(row.until)"]
      writer.append(days + key.map { _ in "all" } + Self.fields(row.total))
      if request.by == .authority {
        for part in authorityParts(row.total) {
          let rate = row.total.share(part.dollars)?.decimalText() ?? ""
          writer.append(
            days + [part.authority, rate] + Array(repeating: "", count: 5)
              + [part.dollars.moneyText] + Array(repeating: "", count: 6))
        }
      }
      for part in row.parts { writer.append(days + [part.key] + Self.fields(part.tally)) }
    }
    return writer.bytes
  }

  private static func fields(_ tally: EffectiveRateTally) -> [String] {
    func rate(_ dollars: Fraction) -> String { tally.share(dollars)?.decimalText() ?? "" }
    func share(_ dollars: Int) -> String { tally.share(ofValue: dollars)?.decimalText() ?? "" }
    return [
      rate(tally.duty), rate(tally.additional), rate(tally.column), rate(tally.low),
      rate(tally.high), "\(tally.value)", tally.duty.moneyText, share(tally.priced),
      share(tally.equivalent), share(tally.unpriced), share(tally.inadmissible),
      share(tally.defaultFacts), share(tally.carried),
    ]
  }

  /// The series as a page, rates in percent.
  public var text: String {
    var page = [
      "Effective statutory rate, \(request.first) to \(request.last), percent",
      "Weights: \(weights.title); $\(Amount.billions(Double(weights.value))) bn."
        + " Claims: \(request.claims.rawValue).",
      "Collected in \(weights.year): "
        + percent(collectedRate(weights.duty, weights.value)) + "%",
      "",
    ]
    let columns = columns
    page.append(
      Amount.left("from", 11)
        + (["rate", "change", "low", "high", "column", "added"] + columns.map(\.title))
        .map { Amount.right($0, max(8, $0.count + 2)) }.joined())
    var before: Fraction?
    for row in rows {
      let total = row.total
      let rate = total.share(total.duty)
      let change = before.flatMap { old in rate.map { $0 - old } }
      before = rate
      let fields =
        [
          percent(rate), change.map { $0.isZero ? "" : percent($0) } ?? "",
          percent(total.share(total.low)),
          percent(total.share(total.high)), percent(total.share(total.column)),
          percent(total.share(total.additional)),
        ] + columns.map { percent($0.rate(row)) }
      let titles = ["", "", "", "", "", ""] + columns.map(\.title)
      page.append(
        Amount.left("\(row.day)", 11)
          + zip(fields, titles).map { Amount.right($0, max(8, $1.count + 2)) }.joined())
    }
    page.append("")
    page += shares
    page += notes.map { "- " + $0 }
    if !gaps.isEmpty {
      page.append(
        "- Law known to be missing in these days: \(gaps.count) provisions; --json names them.")
    }
    return page.joined(separator: "\n") + "\n"
  }

  /// How much of the value is priced in which way, at the least favourable row.
  private var shares: [String] {
    func most(_ title: String, _ amount: (EffectiveRateTally) -> Int) -> String? {
      let worst = rows.max { amount($0.total) < amount($1.total) }
      guard let worst, amount(worst.total) > 0,
        let share = worst.total.share(ofValue: amount(worst.total))
      else { return nil }
      return Amount.left("  " + title, 44) + Amount.right(percent(share) + "%", 8)
        + "  on \(worst.day)"
    }
    return ["Share of the value, at most:"]
      + [
        most("column taken from the duty collected", \.equivalent),
        most("rate at the default of facts not stated", \.defaultFacts),
        most("code not in the edition, others for it", \.carried),
        most("not priced, left out", \.unpriced), most("may not enter, left out", \.inadmissible),
      ].compactMap(\.self) + [""]
  }

  /// A column of the page for a part.
  private struct Column {
    let title: String
    let rate: (Row) -> Fraction?
  }

  /// The parts with columns of their own: all authorities, or the origins or sections with the most
  /// value.
  private var columns: [Column] {
    switch request.by {
    case nil: []
    case .authority:
      authorities.indices.filter { position in
        rows.contains { !$0.total.authorities[position].isZero }
      }.map { position in
        Column(title: authorities[position]) { $0.total.share($0.total.authorities[position]) }
      }
    case .origin, .section:
      (rows.first?.parts ?? []).sorted { ($1.tally.value, $0.key) < ($0.tally.value, $1.key) }
        .prefix(12).map { part in
          Column(title: String(part.key.prefix(14))) { row in
            row.parts.first { $0.key == part.key }.flatMap { $0.tally.share($0.tally.duty) }
          }
        }
    }
  }

  private func percent(_ share: Fraction?) -> String {
    share.map { Amount.fixed($0.doubleValue * 100, 2) } ?? "-"
  }
}
