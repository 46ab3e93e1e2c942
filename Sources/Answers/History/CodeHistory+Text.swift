import TabularText
import TariffLaw

extension CodeHistory {
  /// The life as a page of text.
  public var text: String {
    var page = [
      "\(code.dotted)"
        + (origin.map { " from \($0)" } ?? ", the schedule alone (--origin adds the law)")
        + ", \(span.lowerBound) to \(span.upperBound)"
        + (claims.isEmpty ? "" : ", claiming \(claims.joined(separator: ", "))")
    ]
    if let goods = intervals.last(where: { $0.schedule != nil })?.schedule?.text {
      page.append("  \(goods)")
    }
    for life in lives {
      page.append(
        "In the schedule from \(life.first.id) (\(life.first.from)"
          + (life.mayBeOlder ? ", the first with statistical suffixes" : "")
          + ") to \(life.last.id)" + (life.until.map { " (\($0))" } ?? ", the last held"))
    }
    page.append("")
    for interval in intervals {
      for cause in interval.causes { page.append("    \(cause.text)") }
      page.append(headline(interval))
    }
    if !scheduled.isEmpty {
      page += [
        "",
        "Written in the law held for days after \(heldUntil.map { "\($0)" } ?? "the last"); "
          + "texts, not an answer:",
      ]
      page += scheduled.map(line)
    }
    return page.joined(separator: "\n") + "\n"
  }

  private func headline(_ interval: HistoryInterval) -> String {
    let days = "\(interval.days.lowerBound) to \(interval.days.upperBound)  "
    guard let schedule = interval.schedule else {
      return days + "no such code in \(interval.firstEdition.id)"
    }
    guard origin != nil else {
      return days + "general \(schedule.general.text); special \(schedule.special.printed); "
        + "other \(schedule.other.text)"
    }
    let rate =
      interval.status == .inadmissible
      ? "may not enter" : interval.total.rate.map(Amount.percent) ?? "not known"
    let lines = interval.lines.map { line in
      (line.rate.map(Amount.percent) ?? line.rateText ?? "?")
        + " \(line.heading ?? (line.isColumn ? line.title : line.measure))"
    }
    return days + Amount.left(rate, 10) + lines.joined(separator: " + ")
      + (interval.status == .ok || interval.status == .inadmissible
        ? "" : " (\(interval.status.rawValue))")
  }

  private func line(_ text: ScheduledText) -> String {
    var parts: [String] = []
    if let heading = text.heading { parts.append(heading) }
    parts.append(text.title)
    if let rate = text.rateText { parts.append(rate) }
    if text.kind == .exemption { parts.append("exempt: \(text.text ?? "")") }
    if origin == nil, !text.origins.isEmpty {
      parts.append("for \(text.origins.joined(separator: ", "))")
    }
    if text.kind == .membership || text.kind == .gap { parts.append(text.text ?? "") }
    if !text.claims.isEmpty { parts.append("if claimed (\(text.claims.joined(separator: ", ")))") }
    if text.isPartly { parts.append("part of the code") }
    let begins = text.span.first.map { first in heldUntil.map { first > $0 } ?? false } ?? false
    let days =
      begins
      ? "from \(text.span.first.map { "\($0)" } ?? "")"
        + (text.span.last.map { " until \($0)" } ?? "")
      : "until \(text.span.last.map { "\($0)" } ?? "")"
    return "  " + Amount.left(days, 34) + parts.joined(separator: ", ") + " [\(text.citation)]"
  }

  public static let header = [
    "hts", "origin", "from", "until", "edition", "status", "rate", "additional_rate", "general",
    "special", "other", "lines", "causes",
  ]

  /// The intervals as comma-separated text.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.append(Self.header)
    for interval in intervals {
      writer.append([
        code.digits, origin?.text ?? "", "\(interval.days.lowerBound)",
        "\(interval.days.upperBound)", interval.firstEdition.id, interval.status.rawValue,
        interval.total.rate?.decimalText() ?? "",
        interval.total.additionalRate?.decimalText() ?? "",
        interval.schedule?.general.text ?? "", interval.schedule?.special.printed ?? "",
        interval.schedule?.other.text ?? "",
        interval.lines.map {
          "\($0.heading ?? $0.measure)=\($0.rate?.decimalText() ?? $0.rateText ?? "")"
        }.joined(separator: "; "),
        interval.causes.map(\.text).joined(separator: "; "),
      ])
    }
    return writer.bytes
  }
}
