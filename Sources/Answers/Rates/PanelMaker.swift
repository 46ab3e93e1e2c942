import Dispatch
import Foundation
public import TariffLaw

/// Makes panels on as many cores as there are.
public struct PanelMaker: Sendable {
  private let book: LawBook
  private let knownOn: Day?

  public init(_ book: LawBook, knownOn: Day? = nil) {
    self.book = book
    self.knownOn = knownOn
  }

  /// - Parameter goods: which codes; every code that ends its branch of the schedule when `nil`.
  /// - Throws: ``RequestError`` for a day outside the law, ``LawBookError`` when data is damaged.
  public func panel(
    on day: Day, origins: [CountryCode], goods: ((HTSCode) -> Bool)? = nil
  ) throws -> LawPanel {
    try panel(OriginKinds(book, on: day, origins: origins, knownOn: knownOn), goods: goods)
  }

  /// The same for origins sorted into kinds already.
  public func panel(
    _ kinds: OriginKinds, goods: ((HTSCode) -> Bool)? = nil
  ) throws -> LawPanel {
    guard let draft = LawPanelDraft(book, kinds, goods: goods) else {
      throw RequestError(
        field: "on",
        message: "the law of \(book.regime.title) is held \(book.regime.span); \(kinds.day) is "
          + "outside. Choose a day within.")
    }
    let results = Results(draft.kindsOfOrigin)
    DispatchQueue.concurrentPerform(iterations: draft.kindsOfOrigin) { kind in
      results.set(kind, Result { try draft.worked(kind) })
    }
    return draft.finish(try results.all())
  }

  /// What the cores found, by kind of origin.
  private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private var found: [Result<LawPanelDraft.Worked, any Error>?]

    init(_ count: Int) { found = Array(repeating: nil, count: count) }

    func set(_ position: Int, _ result: Result<LawPanelDraft.Worked, any Error>) {
      lock.withLock { found[position] = result }
    }

    func all() throws -> [LawPanelDraft.Worked] {
      try lock.withLock { try found.compactMap { try $0?.get() } }
    }
  }
}
