import TariffLaw

/// The claims, facts and units of rows as they are written, read once each and numbered.
final class Statements {
  private let book: LawBook
  private var claimTexts = TextTable()
  private var factTexts = TextTable()
  private var unitTexts = TextTable()
  private var claims: [[String]] = [[]]
  private var facts: [[String: FactValue]] = [[:]]
  /// By number of the text.
  private var unitsOfTexts: [Int32] = []
  private var units: [QuantityUnit] = []
  private var unitNumbers: [QuantityUnit: Int32] = [:]
  /// What is claimed and stated together is the circumstances of an entry; those numbered zero are none.
  private var circumstances: [UInt64: Int32] = [0: 0]
  private var circumstanceList: [(claims: Int, facts: Int)] = [(0, 0)]

  private typealias Text = UnsafeBufferPointer<UInt8>

  init(_ book: LawBook) {
    self.book = book
    let none = Text(start: nil, count: 0)
    _ = claimTexts.add(none)
    _ = factTexts.add(none)
  }

  /// How many texts were read.
  var count: Int { claimTexts.count + factTexts.count + unitTexts.count }

  /// The number of claims and facts as they are written; `nil` when they were not read yet, or belong to one
  /// entry alone.
  func circumstances(
    _ claims: UnsafeBufferPointer<UInt8>, _ facts: UnsafeBufferPointer<UInt8>
  ) -> Int32? {
    if claims.isEmpty, facts.isEmpty { return 0 }
    guard let claim = claimTexts.number(of: claims), let fact = factTexts.number(of: facts) else {
      return nil
    }
    let pair = UInt64(claim) << 32 | UInt64(fact)
    if let known = circumstances[pair] { return known }
    // The key has twelve bits for them.
    guard circumstanceList.count < 1 << 12 else { return nil }
    let number = Int32(circumstanceList.count)
    circumstances[pair] = number
    circumstanceList.append((claim, fact))
    return number
  }

  /// The unit of a row that states none: the first in which the good is reported.
  static let reportedUnit: Int32 = -1

  /// The number of a unit as it is written; `nil` when it was not read yet.
  func unit(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
    text.isEmpty ? Statements.reportedUnit : unitTexts.number(of: text).map { unitsOfTexts[$0] }
  }

  func unit(_ number: Int32) -> QuantityUnit { units[Int(number)] }

  func number(of unit: QuantityUnit) -> Int32 {
    if let known = unitNumbers[unit] { return known }
    let number = Int32(units.count)
    unitNumbers[unit] = number
    units.append(unit)
    return number
  }

  func isClaimed(_ circumstances: Int32) -> Bool {
    !claims[circumstanceList[Int(circumstances)].claims].isEmpty
  }

  /// The claims and facts of circumstances, put into an entry.
  func state(_ circumstances: Int32, in entry: inout Entry) {
    let known = circumstanceList[Int(circumstances)]
    entry.claims = claims[known.claims]
    entry.facts = facts[known.facts]
  }

  /// Keeps how the texts of an entry were read.
  func note(
    _ entry: Entry, claims claimText: UnsafeBufferPointer<UInt8>,
    facts factText: UnsafeBufferPointer<UInt8>, unit: UnsafeBufferPointer<UInt8>
  ) {
    if claimTexts.number(of: claimText) == nil {
      _ = claimTexts.add(claimText)
      claims.append(entry.claims)
    }
    // A fact that names a component is one of the good's own, and one that names the governing day of the day's.
    let isShared = entry.facts.keys.allSatisfy {
      book.regime.facts[$0] != nil && $0 != book.regime.governingDayFact
    }
    if isShared, factTexts.number(of: factText) == nil {
      _ = factTexts.add(factText)
      facts.append(entry.facts)
    }
    // A unit of spaces is read good by good.
    if unitTexts.number(of: unit) == nil,
      let read = QuantityUnit(spelling: String(decoding: unit, as: UTF8.self)),
      entry.quantities[read] != nil
    {
      _ = unitTexts.add(unit)
      unitsOfTexts.append(number(of: read))
    }
  }
}
