/// The answers of a span of days for a piece of the goods, being made: each law is worked out on its
/// own, on as many cores as there are.
public struct SpanPanelDraft: Sendable {
  let law: SpanLaw
  /// Ascending.
  let codes: [HTSCode]
  /// The states of the codes, one for each text of their rates.
  private let keys: [LineKey]
  private let codeOfKey: [Int]
  /// The state of each code in each edition from the first on; negative where it has none.
  let stateOf: [[Int32]]
  let firstEdition: Int
  private let signatures: GoodsSignatures
  private let general: RateTexts
  private let other: RateTexts

  /// - Parameter codes: one of ``SpanLaw/pieces(of:size:)``.
  public init(_ law: SpanLaw, _ codes: [HTSCode]) {
    self.law = law
    let editions = (law.edition.first ?? 0)...(law.edition.last ?? 0)
    let wanted = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    var states: [Int: Int32] = [:]
    var keys: [LineKey] = []
    var codeOfKey: [Int] = []
    var stateOf = [[Int32]](
      repeating: Array(repeating: -1, count: codes.count), count: editions.count)
    if let first = codes.first, let last = codes.last {
      for edition in Set(law.edition) {
        // The last code may head others that were not asked for.
        let all = law.schedule.keys(in: edition, from: first, under: last.prefix(4))
        for (position, key) in all.enumerated() {
          guard let code = wanted[key.code],
            // A line that is divided further is answered by its parts.
            position + 1 == all.count || !key.code.contains(all[position + 1].code)
          else { continue }
          let state = states[key.row] ?? Int32(keys.count)
          if state == keys.count {
            states[key.row] = state
            keys.append(key)
            codeOfKey.append(code)
          }
          stateOf[edition - editions.lowerBound][code] = state
        }
      }
    }
    self.codes = codes
    self.keys = keys
    self.codeOfKey = codeOfKey
    self.stateOf = stateOf
    firstEdition = editions.lowerBound
    general = RateTexts(keys, .general)
    other = RateTexts(keys, .other)
    signatures = GoodsSignatures(codes: codes, lists: law.lists, used: law.listsAsked)
  }

  /// How many laws there are to work out.
  public var lawCount: Int { law.laws.count }

  /// Works out one law for the states of the goods that it meets.
  ///
  /// - Throws: ``LawBookError`` when the law or the data is damaged.
  public func worked(_ number: Int) throws(LawBookError) -> Worked {
    let origin = law.laws[number]
    let texts: RateTexts =
      switch ColumnWriter.columns(of: origin) {
      case .none: RateTexts(keys, .none)
      case .general: general
      case .other: other
      case .all: RateTexts(keys, .all)
      }
    var isMet = [Bool](repeating: false, count: keys.count)
    let stretches = law.stretchesOfLaw[number]
    for edition in law.edition[stretches.lowerBound]...law.edition[stretches.upperBound] {
      for state in stateOf[edition - firstEdition] where state >= 0 { isMet[Int(state)] = true }
    }
    var writer = ColumnWriter(
      law: origin, origin: law.originOfLaw[number], schedule: law.schedule,
      signatures: signatures, texts: texts)
    do {
      for (position, key) in keys.enumerated() where isMet[position] {
        try writer.add(
          key, signatures.signature[codeOfKey[position]], text: texts.number[position])
      }
    } catch {
      throw LawBookError(error)
    }
    let column = writer.column
    var cellOfState = [UInt32](repeating: .max, count: keys.count)
    var next = column.index.makeIterator()
    for position in keys.indices where isMet[position] {
      if let cell = next.next() { cellOfState[position] = cell }
    }
    return Worked(cells: column.cells, cellOfState: cellOfState)
  }

  /// One law, worked out.
  public struct Worked: Sendable {
    let cells: [LawPanel.Cell]
    /// By state; the highest number where the law never meets it.
    let cellOfState: [UInt32]
  }

  /// - Parameter worked: every law, in order.
  public func finish(_ worked: [Worked]) -> SpanPanel { SpanPanel(self, worked) }
}
