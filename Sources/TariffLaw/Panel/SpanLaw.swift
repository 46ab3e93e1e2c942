/// The law of a span of days, made once for a sweep over many goods: only the days on which the law of
/// some origin or the schedule changes, and each law once however many days and origins it is for.
public struct SpanLaw: Sendable {
  public let span: ClosedRange<Day>
  public let origins: [CountryCode]
  let schedule: Schedule
  let lists: [GoodsList]
  let listsAsked: Set<Int>
  /// The first days of the stretches in which nothing changes, ascending.
  let starts: [Day]
  /// The edition of each stretch.
  let edition: [Int]
  /// The laws met, one after the other, by origins of one kind: the number of the law in each stretch.
  let paths: [[Int]]
  /// The kind of each origin, by position.
  let pathOfOrigin: [Int]
  let laws: [OriginLaw]
  /// An origin that meets each law; it stands for all.
  let originOfLaw: [CountryCode]
  /// The stretches in which each law is met by anyone.
  let stretchesOfLaw: [ClosedRange<Int>]
  /// Every code that states a rate in an edition of the span, ascending.
  private let codes: [HTSCode]

  /// - Returns: `nil` when a day of the span is outside the law or before the schedule.
  public init?(
    _ book: LawBook, over span: ClosedRange<Day>, origins: [CountryCode], knownOn: Day? = nil
  ) {
    guard book.regime.span.contains(span.lowerBound), book.regime.span.contains(span.upperBound),
      book.schedule.edition(on: span.lowerBound) != nil
    else { return nil }
    self.span = span
    self.origins = origins
    schedule = book.schedule
    lists = book.regime.lists
    var numbers: [[UInt32]: Int] = [:]
    var laws: [OriginLaw] = []
    var originOfLaw: [CountryCode] = []
    var starts: [Day] = []
    var editions: [Int] = []
    var rows: [[Int]] = []
    for day in book.regime.daysOfChange(in: span, schedule: book.schedule) {
      guard let edition = book.schedule.edition(on: day) else { continue }
      let law = DayLaw(book.regime, day: day, knownOn: knownOn, isUnclaimed: true)
      let sorted = law.kinds(of: origins)
      let kinds = sorted.keys.enumerated().map { position, key in
        let identity = law.identity(key)
        if let number = numbers[identity] { return number }
        numbers[identity] = laws.count
        laws.append(OriginLaw(law, key))
        originOfLaw.append(
          sorted.kind.firstIndex(of: position).map { origins[$0] } ?? origins[0])
        return laws.count - 1
      }
      let row = sorted.kind.map { kinds[$0] }
      if row == rows.last, edition == editions.last { continue }
      starts.append(day)
      editions.append(edition)
      rows.append(row)
    }
    self.starts = starts
    edition = editions
    self.laws = laws
    self.originOfLaw = originOfLaw
    listsAsked = laws.reduce(into: []) { $0.formUnion($1.listsAsked) }
    var numberOfPath: [[Int]: Int] = [:]
    var paths: [[Int]] = []
    pathOfOrigin = origins.indices.map { origin in
      let path = rows.map { $0[origin] }
      if let known = numberOfPath[path] { return known }
      numberOfPath[path] = paths.count
      paths.append(path)
      return paths.count - 1
    }
    self.paths = paths
    var stretches = [ClosedRange<Int>?](repeating: nil, count: laws.count)
    for path in paths {
      for (stretch, law) in path.enumerated() {
        let known = stretches[law] ?? stretch...stretch
        stretches[law] =
          min(known.lowerBound, stretch)...max(known.upperBound, stretch)
      }
    }
    stretchesOfLaw = stretches.map { $0 ?? 0...0 }
    if let first = editions.first, let last = editions.last {
      codes = schedule.codesWithRates(in: first...last)
    } else {
      codes = []
    }
  }

  /// How many stretches of days there are in which neither the law nor the schedule changes.
  public var stretchCount: Int { starts.count }

  /// How many different laws there are over all days and origins.
  public var lawCount: Int { laws.count }

  /// The goods cut into pieces to work through one at a time, ascending, so that memory does not grow
  /// with their number. A heading stays whole.
  ///
  /// - Parameters:
  ///   - goods: codes of any length, everything under one is meant; all goods when `nil`.
  ///   - size: how many codes a piece has at least, but for the last.
  public func pieces(of goods: [HTSCode]?, size: Int) -> [[HTSCode]] {
    let wanted = goods.map { Set($0) }
    var pieces: [[HTSCode]] = []
    var piece: [HTSCode] = []
    for code in codes {
      if let wanted, !(1...5).contains(where: { wanted.contains(code.prefix($0 * 2)) }) { continue }
      if piece.count >= size, let before = piece.last, before.prefix(4) != code.prefix(4) {
        pieces.append(piece)
        piece.removeAll(keepingCapacity: true)
      }
      piece.append(code)
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  /// Whether an edition of the span states a rate for a code or for anything under it.
  public func hasRates(under code: HTSCode) -> Bool {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < codes.count && code.contains(codes[low])
  }

  /// The days of a stretch.
  func days(_ stretch: Int) -> ClosedRange<Day> {
    starts[
      stretch]...(stretch + 1 < starts.count
      ? starts[stretch + 1].advanced(by: -1) : span.upperBound)
  }
}
