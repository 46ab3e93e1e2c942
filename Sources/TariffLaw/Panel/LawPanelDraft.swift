/// A panel being made: the goods and origins sorted into kinds, so that each kind of origin can be
/// worked out on its own, on as many cores as there are.
public struct LawPanelDraft: Sendable {
  let kinds: OriginKinds
  let edition: Edition
  let codes: [HTSCode]
  private let schedule: Schedule
  private let keys: [LineKey]
  private let signatures: GoodsSignatures
  private let general: RateTexts
  private let other: RateTexts

  /// - Parameter goods: which codes; every code that ends its branch of the schedule when `nil`.
  /// - Returns: `nil` for a day outside the law or the schedule.
  public init?(_ book: LawBook, _ kinds: OriginKinds, goods: ((HTSCode) -> Bool)? = nil) {
    guard book.regime.span.contains(kinds.day),
      let index = book.schedule.edition(on: kinds.day)
    else { return nil }
    self.kinds = kinds
    edition = book.schedule.editions[index]
    schedule = book.schedule
    let all = book.schedule.keys(in: index)
    keys = all.enumerated().filter { position, key in
      if let goods { return goods(key.code) }
      // A line that is divided further is answered by its parts.
      return position + 1 == all.count || !key.code.contains(all[position + 1].code)
    }.map(\.element)
    codes = keys.map(\.code)
    general = RateTexts(keys, .general)
    other = RateTexts(keys, .other)
    signatures = GoodsSignatures(
      codes: codes, lists: book.regime.lists, used: kinds.listsAsked)
  }

  /// How many kinds of origin there are to work out.
  public var kindsOfOrigin: Int { kinds.laws.count }

  /// Works out one kind of origin.
  ///
  /// - Throws: ``LawBookError`` when the law or the data is damaged.
  public func worked(_ kind: Int) throws(LawBookError) -> Worked {
    let law = kinds.laws[kind]
    let texts: RateTexts =
      switch ColumnWriter.columns(of: law) {
      case .none: RateTexts(keys, .none)
      case .general: general
      case .other: other
      case .all: RateTexts(keys, .all)
      }
    guard let first = kinds.kind.firstIndex(of: kind) else {
      return Worked(column: LawPanel.Column(cells: [], index: []))
    }
    var writer = ColumnWriter(
      law: law, origin: kinds.origins[first], schedule: schedule, signatures: signatures,
      texts: texts)
    do {
      for (position, key) in keys.enumerated() {
        try writer.add(key, signatures.signature[position], text: texts.number[position])
      }
    } catch {
      throw LawBookError(error)
    }
    return Worked(column: writer.column)
  }

  /// One kind of origin, worked out.
  public struct Worked: Sendable {
    let column: LawPanel.Column
  }

  /// - Parameter worked: every kind, in order.
  public func finish(_ worked: [Worked]) -> LawPanel { LawPanel(self, worked.map(\.column)) }
}
