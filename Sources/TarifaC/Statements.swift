import TariffLaw

/// The claims, facts and units of rows as they are written, read once each and numbered.
final class Statements {
  private let book: LawBook
  private var claimTexts = TextTable()
  private var factTexts = TextTable()
  private var unitTexts = TextTable()
  private var claims: [[String]] = [[]]
  private var facts: [[String: FactValue]] = [[:]]
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

  func isUnit(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    !text.isEmpty && unitTexts.number(of: text) != nil
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
    if !entry.quantities.isEmpty, !unit.isEmpty, unitTexts.number(of: unit) == nil {
      _ = unitTexts.add(unit)
    }
  }
}
