import TariffLaw

/// The message for codes and origins that do not exist.
enum Strangers {
  /// How many are listed.
  static let shown = 20

  /// - Throws: ``ImportError`` listing the first of them by value, how many there are, and what
  ///   they carry; nothing when all matched.
  static func refuse(_ match: SetMatch, year: Int, hasMap: Bool) throws(ImportError) {
    var lines: [String] = []
    let codes = Array(match.strangeCodes.values)
    if !codes.isEmpty {
      lines.append(
        "\(codes.count) \(codes.count == 1 ? "code is" : "codes are") in no edition of \(year),"
          + " with \(carried(codes)):")
      lines += listed(codes)
    }
    let origins = Array(match.strangeOrigins.values)
    if !origins.isEmpty {
      lines.append(
        "\(origins.count) \(origins.count == 1 ? "origin is" : "origins are") unknown, with"
          + " \(carried(origins)):")
      lines += listed(origins)
    }
    guard !lines.isEmpty else { return }
    lines.append(
      hasMap
        ? "Add them to the map (from,to,share; 'drop' as 'to' leaves them out)"
        : "Say what they stand for with --map FILE (from,to,share; 'drop' as 'to' leaves them out)")
    throw ImportError(lines.joined(separator: "\n"))
  }

  private static func carried(_ list: [SetMatch.Stranger]) -> String {
    let rows = list.reduce(0) { $0 + $1.rows }
    let value = list.reduce(0) { $0 + $1.value }
    return "\(rows) \(rows == 1 ? "record" : "records") and $\(Dollars.text(cents: value)) of value"
  }

  private static func listed(_ list: [SetMatch.Stranger]) -> [String] {
    let sorted = list.sorted { ($1.value, $0.text) < ($0.value, $1.text) }
    return sorted.prefix(shown).map { stranger in
      "  \(Printable.text(stranger.text)): $\(Dollars.text(cents: stranger.value)), first at"
        + " \(stranger.file) line \(stranger.line)"
    } + (list.count > shown ? ["  … and \(list.count - shown) more"] : [])
  }
}
