import TariffLaw

extension DutyAnswer {
  /// The answer as a page of text: the total, the measures that count, what is unsure, and the
  /// measures that do not apply with the reason for each.
  ///
  /// - Parameters:
  ///   - everything: also lists, one by one, measures for other goods, origins and days.
  ///   - filed: also says what a broker files.
  public func text(everything: Bool = false, filed: Bool = false) -> String {
    var page: [String] = []
    let entry = assessment.entry
    page.append(
      "\(entry.code.dotted) from \(entry.origin), entered \(entry.day)"
        + (entry.value.map { ", customs value $\(Amount.grouped($0))" } ?? ""))
    if let goods = assessment.goods { page.append("  \(goods)") }
    page.append("")
    page.append(headline)
    page += countingLines
    if withFees { page += feeLines }
    page += asides
    page += readingLines
    page += questionLines
    if filed, let filing { page += filing.text }
    page += assessment.warnings.map { "! \($0)" }
    page += silentLines(everything: everything)
    if let edition = assessment.edition { page.append("Schedule: \(edition)") }
    return page.joined(separator: "\n") + "\n"
  }

  private var headline: String {
    let total = assessment.total
    var parts: [String] = []
    if let rate = total.rate { parts.append(Amount.percent(rate) + " of the value") }
    if let duty = total.duty { parts.append("$\(Amount.grouped(duty))") }
    var line: String
    switch assessment.status {
    case .ok: line = "Owed: " + parts.joined(separator: " = ")
    case .needsFacts:
      line = parts.isEmpty ? "Owed: not known yet" : "Owed: " + parts.joined(separator: " = ")
      line += bounds.map { " (\($0))" } ?? ""
      line += "; see the questions below"
    case .inadmissible: line = "May not enter"
    case .unparsed: line = "Owed: not known, a rate could not be read"
    case .unknownCode: line = "No answer: there is no such code"
    case .unknownOrigin: line = "No answer: there is no such country"
    case .outOfSpan: line = "No answer: the day is outside the law held"
    case .badRow: line = "No answer: the entry cannot be read"
    }
    return line
  }

  private var bounds: String? {
    let total = assessment.total
    guard total.rateLow != nil || total.rateHigh != nil else { return nil }
    if let low = total.rateLow, let high = total.rateHigh {
      return low == high ? nil : "between \(Amount.percent(low)) and \(Amount.percent(high))"
    }
    return total.rateLow.map { "at least \(Amount.percent($0))" }
  }

  private var countingLines: [String] {
    let rows = assessment.lines.filter { $0.status == .applied || $0.status == .needsFacts }
    guard !rows.isEmpty else { return [] }
    return rows.map { line in
      let rate = line.rate.map(Amount.percent) ?? line.rateText ?? "?"
      let duty = line.duty.map { "$\(Amount.grouped($0))" } ?? ""
      let heading = line.heading ?? ""
      return "  " + Amount.right(rate, 9) + Amount.right(duty, 15) + "  "
        + Amount.left(heading, 12) + line.title + " [\(line.citation)]"
        + (line.status == .needsFacts ? " - needs facts" : "")
        + (line.isColumn ? "" : " - \(line.reason)")
    } + [""]
  }

  private var feeLines: [String] {
    let rows = assessment.fees.map { line in
      let rate = line.rateText ?? ""
      let amount = line.duty.map { "$\(Amount.grouped($0))" } ?? "not known"
      return "  " + Amount.right(rate, 9) + Amount.right(amount, 15) + "  "
        + "\(line.title) [\(line.citation)]"
    }
    let landed =
      landedCost.map { ["Landed cost: $\(Amount.grouped($0)), customs value with duty and fees"] }
      ?? []
    return ["Fees:"] + rows + landed + [""]
  }

  private var asides: [String] {
    let rows = assessment.lines.filter { $0.status == .displaced || $0.status == .void }
    guard !rows.isEmpty else { return [] }
    return ["Stands aside:"]
      + rows.map { line in
        "  " + Amount.right(line.rate.map(Amount.percent) ?? "", 9) + "  "
          + Amount.left(line.heading ?? "", 12) + line.title
          + " [\(line.citation)] - \(line.reason)"
      } + [""]
  }

  private var readingLines: [String] {
    guard !assessment.readings.isEmpty else { return [] }
    return ["Readings:"]
      + assessment.readings.map { reading in
        var parts: [String] = []
        if let rate = reading.rate { parts.append(Amount.percent(rate)) }
        if let duty = reading.duty { parts.append("$\(Amount.grouped(duty))") }
        if reading.status != .ok { parts.append(reading.status.rawValue) }
        return "  " + (reading.isDefault ? "* " : "  ") + parts.joined(separator: " = ")
          + "  \(reading.text)" + (reading.source.isEmpty ? "" : " [\(reading.source)]")
      } + [""]
  }

  private var questionLines: [String] {
    guard !assessment.questions.isEmpty else { return [] }
    return ["Questions:"] + assessment.questions.map { "  \($0.text)" } + [""]
  }

  /// The reasons that most measures share; without `everything` they are counted by authority.
  private static let common: [(words: String, holds: @Sendable (String) -> Bool)] = [
    ("for other goods", { $0.hasSuffix("is not among its goods") }),
    (
      "not in force on the day",
      {
        $0.hasPrefix("not in force") || $0.hasPrefix("ended on")
          || $0.hasPrefix("not known to be in force")
      }
    ),
    ("for other origins", { $0.hasPrefix("origin ") }),
  ]

  private func silentLines(everything: Bool) -> [String] {
    let silent = assessment.lines.filter { $0.status == .notInScope }
    guard !silent.isEmpty else { return [] }
    var listed = silent
    var counts: [String] = []
    if !everything {
      for (words, holds) in Self.common {
        let folded = listed.filter { holds($0.reason) }
        listed.removeAll { holds($0.reason) }
        guard !folded.isEmpty else { continue }
        let authorities = Dictionary(grouping: folded, by: \.authority)
          .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
          .map { "\($0.key) \($0.value.count)" }
        counts.append(
          "  \(folded.count) measures \(words): " + authorities.joined(separator: ", "))
      }
    }
    return ["Does not apply:"]
      + listed.map { line in
        "  " + Amount.left(line.heading ?? "", 12) + "\(line.title): \(line.reason)"
          + (line.citation.isEmpty ? "" : " [\(line.citation)]")
      } + counts + (counts.isEmpty ? [] : ["  --all lists each with its heading and citation."])
      + [""]
  }
}
