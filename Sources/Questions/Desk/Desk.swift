import Answers
import LawFiles
public import LongWork
import Synchronization
package import TariffLaw
import TradeAction
public import TradeData
import TradeImpact
import WorldStudy

/// Where questions are answered: law, data and models, opened when they are first asked for and kept for the next
/// question.
///
/// What it keeps never changes, so that any number of questions can be answered at once.
public final class Desk: Sendable {
  /// What names may stand for.
  public enum Reach: Sendable {
    /// Shipped ids, and texts given in the question.
    case shipped
    /// Paths of files as well.
    case files
  }

  let reach: Reach
  let store: String?
  let note: @Sendable (String) -> Void
  /// Takes each imported set that is used.
  let used: @Sendable (ImportedSet) -> Void
  /// May stop an answer that takes long.
  let watch: WorkWatch
  let kept: Keeping

  struct Kept {
    var books: [String: LawBook] = [:]
    var baselines: [String: ImportBaseline] = [:]
    var grounds: [GroundKey: TariffGround] = [:]
    var studies: [StudyKey: ImpactStudy] = [:]
    var goods: [GoodsKey: GoodsIndex] = [:]
    var worlds: [String: WorldGround] = [:]
  }

  /// What several desks keep together.
  final class Keeping: Sendable {
    private let kept = Mutex(Kept())

    func withLock<Value: Sendable>(_ body: (inout Kept) -> Value) -> Value {
      kept.withLock { body(&$0) }
    }
  }

  struct GroundKey: Hashable {
    let law: LawTerms
    let baseline: String
  }

  struct StudyKey: Hashable {
    let ground: GroundKey
    let assumptions: String
    let horizon: String
    let model: ImpactModel
  }

  /// Grounds and studies are large: a few are kept, and all forgotten when there are more.
  static let mostKept = 6
  /// A study has some 16 MB beside its ground.
  static let mostStudies = 12

  /// - Parameters:
  ///   - store: the file of the store of imported sets; `nil` for the usual place.
  ///   - note: takes what the user should know beside the answer.
  public init(
    reach: Reach, store: String? = nil, note: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.reach = reach
    self.store = store
    self.note = note
    used = { _ in }
    watch = .nobody
    kept = Keeping()
  }

  private init(
    beside desk: Desk, used: @escaping @Sendable (ImportedSet) -> Void, watch: WorkWatch
  ) {
    reach = desk.reach
    store = desk.store
    note = desk.note
    self.used = used
    self.watch = watch
    kept = desk.kept
  }

  /// A desk that shares what this one keeps, tells which imported sets its answers rest on, and lets its work be
  /// stopped: the answer is then ``Refusal/stopped``.
  public func telling(
    _ used: @escaping @Sendable (ImportedSet) -> Void, watch: WorkWatch = .nobody
  ) -> Desk {
    Desk(beside: self, used: used, watch: watch)
  }

  package func knownOn(_ terms: LawTerms) throws(Refusal) -> Day? {
    guard let text = terms.knownOn else { return nil }
    return try Self.day(text, "known-on")
  }

  package static func day(_ text: String, _ field: String) throws(Refusal) -> Day {
    guard let day = Day(text) else {
      throw .mend(field: field, "'\(text)' is not a day; write YYYY-MM-DD")
    }
    return day
  }

  /// The shipped law with what the folder adds; an importer the folder itself defines comes from
  /// the folder alone.
  package func book(_ terms: LawTerms) throws(Refusal) -> LawBook {
    var facts: [Regime.AssumedFact] = []
    for text in terms.assume {
      guard let fact = Regime.AssumedFact(text) else {
        throw .mend(field: "assume", "'\(text)' has another shape than MEASURES:FACT=VALUE")
      }
      facts.append(fact)
    }
    let book = try book(of: terms.importer, folder: terms.law)
    guard !facts.isEmpty else { return book }
    do {
      return try book.assuming(facts)
    } catch {
      throw .mend(field: "assume", "\(error)")
    }
  }

  package func book(of importer: String, folder: String?) throws(Refusal) -> LawBook {
    guard let folder else {
      if let book = kept.withLock({ $0.books[importer] }) { return book }
      return try Refusal.mending {
        guard try ShippedLaw.importers().contains(importer) else {
          throw Refusal.mend(
            field: "importer",
            "there is no law of '\(importer)'; shipped: "
              + (try ShippedLaw.importers().joined(separator: ", ")))
        }
        let book = try Self.book(
          try ShippedLaw.regime(importer), try ShippedLaw.schedule(of: importer))
        kept.withLock { $0.books[importer] = book }
        return book
      }
    }
    do {
      let files = LawFolder(folder)
      let isShipped = try ShippedLaw.importers().contains(importer)
      let isWhole = try files.importers().contains(importer)
      let regime =
        isShipped && !isWhole
        ? try files.extending(try ShippedLaw.regime(importer)) : try files.regime(importer)
      let schedule = try files.schedule(importer)
      return try Self.book(regime, try schedule ?? ShippedLaw.schedule(of: importer))
    } catch let error as LawErrors {
      throw .mend(field: "", "the law files need mending:\n\(error)")
    } catch {
      throw .fault("\(error)")
    }
  }

  /// The law of the importers that entries name, shipped or of a folder; `nil` where neither has it.
  package static func others(law: String?) -> @Sendable (String) throws -> LawBook? {
    { importer in
      if let law, try LawFolder(law).importers().contains(importer) {
        let folder = LawFolder(law)
        let own = try folder.schedule(importer)
        return try book(
          try folder.regime(importer), try own ?? ShippedLaw.schedule(of: importer))
      }
      guard try ShippedLaw.importers().contains(importer) else { return nil }
      return try book(
        try ShippedLaw.regime(importer), try ShippedLaw.schedule(of: importer))
    }
  }

  private static func book(_ regime: Regime, _ schedule: Schedule) throws -> LawBook {
    LawBook(
      regime: regime, schedule: schedule, countries: try ShippedCountries.codes(),
      conversions: ShippedConversions.pairs)
  }
}
