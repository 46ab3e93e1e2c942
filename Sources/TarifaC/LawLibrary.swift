import Synchronization
import TariffLaw

/// An opened file: the law books of its importers with the tables that threads share, and the pricers that
/// wait for a call.
final class LawLibrary: Sendable {
  private let file: LawBookFile
  private let importer: String
  private let knownOn: Day?
  private let opened: Mutex<[String: Law]> = Mutex([:])
  private let waiting: Mutex<[Waiting]> = Mutex([])
  /// By importer, the position of the first edition of its schedule in `editions`.
  private let firstEditions: [String: Int32]
  /// The editions of all importers.
  let editions: TextList

  /// The law of one importer.
  struct Law {
    let tables: PricingTables
    let firstEdition: Int32
  }

  /// A pricer that no thread uses, so that it may go to any.
  private struct Waiting: @unchecked Sendable {
    let pricer: ColumnPricer
  }

  /// - Parameter importer: whose law is read where entries name none.
  /// - Throws: ``ArchiveError`` when the file is damaged, ``Misuse`` for an importer it does not hold.
  init(_ bytes: Bytes, importer standard: String, knownOn: Day?) throws {
    file = try LawBookFile(bytes)
    self.knownOn = knownOn
    guard file.importers.contains(standard) else {
      throw Misuse(
        "importer: there is no law of '\(standard)'; the file holds "
          + file.importers.joined(separator: ", "))
    }
    self.importer = standard
    var first: [String: Int32] = [:]
    var names: [String] = []
    var known: [String: Law] = [:]
    for importer in file.importers {
      let book = try file.book(of: importer)
      first[importer] = Int32(names.count)
      names += book.schedule.editions.map(\.id)
      if importer == standard {
        known[importer] = Law(
          tables: PricingTables(book, knownOn: knownOn), firstEdition: first[importer] ?? 0)
      }
    }
    firstEditions = first
    editions = TextList(names)
    opened.withLock { [known] in $0 = known }
  }

  /// - Parameter importer: empty for the standard one.
  /// - Returns: `nil` for an importer that the file does not hold.
  func law(of importer: String) throws -> Law? {
    let name = importer.isEmpty ? self.importer : importer
    return try opened.withLock { table in
      if let known = table[name] { return known }
      guard let first = firstEditions[name] else { return nil }
      let made = Law(
        tables: PricingTables(try file.book(of: name), knownOn: knownOn), firstEdition: first)
      table[name] = made
      return made
    }
  }

  /// Lends a pricer to the calling thread.
  func withPricer<R>(_ body: (ColumnPricer) throws -> R) throws -> R {
    let pricer = waiting.withLock { $0.popLast() }?.pricer ?? ColumnPricer(self)
    let result = try body(pricer)
    // One that met an error, or has grown without end, is not used again.
    if !pricer.isOvergrown {
      let back = Waiting(pricer: pricer)
      waiting.withLock { $0.append(back) }
    }
    return result
  }
}
