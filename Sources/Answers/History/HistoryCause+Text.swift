import TariffLaw

extension HistoryCause {
  /// The cause as a sentence without a stop.
  public var text: String {
    switch self {
    case .lineCame(let line):
      "came: \(HistoryCause.name(line)) \(HistoryCause.rate(line)) [\(line.citation)]"
    case .lineWent(let line, let reason):
      "went: \(HistoryCause.name(line)) \(HistoryCause.rate(line)) - \(reason)"
    case .lineChanged(let from, let to): HistoryCause.changed(from, to)
    case .rate(let column, let from, let to, let edition):
      "schedule \(edition): \(column) rate from '\(from)' to '\(to)'"
    case .words(let from, let to, let edition):
      "schedule \(edition): words from '\(HistoryCause.part(from, beside: to))' to "
        + "'\(HistoryCause.part(to, beside: from))'"
    case .begins(let edition, let predecessors):
      "code begins in \(edition)"
        + HistoryCause.list(predecessors, "predecessor")
    case .ends(let edition, let successors):
      "code is gone from \(edition)" + HistoryCause.list(successors, "successor")
    case .status(let from, let to):
      from == to
        ? "bounds of what is not stated differ" : "status from \(from.rawValue) to \(to.rawValue)"
    }
  }

  private static func name(_ line: AssessedLine) -> String {
    (line.heading.map { "\($0) " } ?? "") + line.title
  }

  private static func rate(_ line: AssessedLine) -> String {
    line.rate.map(Amount.percent) ?? line.rateText ?? "rate not known"
  }

  private static func changed(_ from: AssessedLine, _ to: AssessedLine) -> String {
    var parts: [String] = []
    if from.rate != to.rate || from.rateText != to.rateText {
      parts.append("\(rate(from)) to \(rate(to))")
    }
    if from.heading != to.heading {
      parts.append("heading \(from.heading ?? "none") to \(to.heading ?? "none")")
    }
    if from.status != to.status {
      parts.append("\(from.status.rawValue) to \(to.status.rawValue)")
    }
    if parts.isEmpty { parts.append("another text") }
    return "changed: \(name(to)) \(parts.joined(separator: ", ")) [\(to.citation)]"
  }

  /// The part of a text from where it parts with another, a few words in all.
  private static func part(_ text: String, beside other: String) -> String {
    let own = text.split(separator: " ")
    let before = zip(own, other.split(separator: " ")).prefix { $0 == $1 }.count
    let start = max(0, before - 2)
    let shown = own[start...].prefix(14)
    return (start > 0 ? "... " : "") + shown.joined(separator: " ")
      + (start + shown.count < own.count ? " ..." : "")
  }

  private static func list(_ relatives: [CodeRelative], _ name: String) -> String {
    guard !relatives.isEmpty else { return "; no \(name) found" }
    return "; likely \(name)\(relatives.count == 1 ? "" : "s"): "
      + relatives.prefix(4).map { relative in
        let same =
          (relative.hasEqualText ? ["words"] : []) + (relative.hasEqualRate ? ["rate"] : [])
        return relative.code.dotted
          + (same.isEmpty ? "" : " (same \(same.joined(separator: " and ")))")
      }.joined(separator: ", ")
      + (relatives.count > 4 ? " and \(relatives.count - 4) more" : "")
  }
}
