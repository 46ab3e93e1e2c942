import Synchronization
import TariffLaw

/// The law books of a batch by importer, with the tables that its threads share.
final class BatchBooks: Sendable {
  private let standard: PricingTables
  private let knownOn: Day?
  private let others: @Sendable (String) throws -> LawBook?
  private let opened: Mutex<[String: PricingTables]> = Mutex([:])

  init(
    _ book: LawBook, knownOn: Day?, others: @escaping @Sendable (String) throws -> LawBook?
  ) {
    standard = PricingTables(book, knownOn: knownOn)
    self.knownOn = knownOn
    self.others = others
  }

  /// - Parameter importer: empty for the batch's own.
  /// - Throws: ``RequestError`` for an importer whose law is not held.
  func tables(_ importer: String) throws -> PricingTables {
    if importer.isEmpty || importer == standard.book.regime.importer { return standard }
    return try opened.withLock { table in
      if let known = table[importer] { return known }
      guard let book = try others(importer) else {
        throw RequestError(field: "importer", message: "there is no law of '\(importer)'")
      }
      let made = PricingTables(book, knownOn: knownOn)
      table[importer] = made
      return made
    }
  }
}
