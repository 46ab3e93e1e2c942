public import TariffLaw

/// Goods by words of their official names, or the parts of a code.
public struct GoodsAnswer: Sendable {
  public let request: GoodsRequest
  public let on: Day
  public let edition: String
  /// The codes above what is given, outermost first.
  public let above: [GoodsPlace]
  public let goods: [GoodsPlace]
  /// How many there are, of which the best or first are given.
  public let found: Int

  /// - Throws: ``RequestError`` naming the parameter; ``ArchiveError`` when the data is damaged.
  public init(
    _ request: GoodsRequest, on day: Day, book: LawBook, index: GoodsIndex
  ) throws {
    guard (1...Self.mostGiven).contains(request.most) else {
      throw RequestError(
        field: "most", message: "\(request.most) is outside 1 to \(Self.mostGiven)")
    }
    self.request = request
    on = day
    edition = book.schedule.editions[index.edition].id
    let under = try Self.under(request)
    let root: HTSCode?
    let codes: [HTSCode]
    let query = WordQuery(request.words)
    if let typed = Self.typedCode(request.words) {
      root = typed
      codes = Self.itself(typed, index) + Self.parts(of: typed, index)
    } else if query.stems.isEmpty {
      root = under
      codes = Self.parts(of: under, index)
    } else {
      root = under
      codes = Self.search(query, under: under, index)
    }
    found = codes.count
    goods = try codes.prefix(request.most).map { try index.place($0, book.schedule) }
    above =
      try root.map { root in
        try stride(from: 2, through: root.length, by: 2)
          .map { root.prefix($0) }.filter { !codes.contains($0) }
          .map { try index.place($0, book.schedule) }
      } ?? []
  }

  package static let mostGiven = 1000

  private static func under(_ request: GoodsRequest) throws(RequestError) -> HTSCode? {
    guard !request.under.isEmpty else { return nil }
    do throws(CodeError) {
      return try HTSCode(request.under)
    } catch {
      throw RequestError(field: "under", message: "\(error)")
    }
  }

  /// Digits and dots are the beginning of a code; an odd digit at the end is one still being typed.
  private static func typedCode(_ text: String) -> HTSCode? {
    let plain = text.filter { $0 != " " }
    guard !plain.isEmpty, plain.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }) else {
      return nil
    }
    let digits = plain.filter { $0 != "." }
    return try? HTSCode(digits.prefix(min(digits.count / 2 * 2, 10)))
  }

  private static func itself(_ code: HTSCode, _ index: GoodsIndex) -> [HTSCode] {
    index.entries(under: code).first?.words.code == code ? [code] : []
  }

  /// The codes of the next length below a code.
  private static func parts(of code: HTSCode?, _ index: GoodsIndex) -> [HTSCode] {
    let length = code?.length ?? 0
    var parts: [HTSCode] = []
    for entry in index.entries(under: code) where entry.words.code.length > length {
      let part = entry.words.code.prefix(length + 2)
      if parts.last != part { parts.append(part) }
    }
    return parts
  }

  /// Rate lines, the best first. A line is as good as the best of the suffixes below it.
  private static func search(
    _ query: WordQuery, under: HTSCode?, _ index: GoodsIndex
  ) -> [HTSCode] {
    // "Ball bearings" are first of all those of the heading of bearings, not steel for making them.
    let (headingBonus, suffixMalus) = (5, 3)
    var best: [HTSCode: Int] = [:]
    for entry in index.entries(under: under) {
      guard var score = query.score(own: entry.own, above: entry.above) else { continue }
      if query.score(own: entry.heading, above: []) != nil { score += headingBonus }
      if entry.words.code.length > 8 { score -= suffixMalus }
      let line = entry.words.code.prefix(8)
      best[line] = max(best[line] ?? .min, score)
    }
    return best.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
  }
}
