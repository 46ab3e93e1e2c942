package import TariffLaw
package import TradeAction
package import TradeData
package import TradeImpact
import TradeStore

/// What an action is assessed on.
extension Desk {
  /// The shipped or imported set of a name.
  package func baseline(_ name: String, _ field: String) throws(Refusal) -> ImportBaseline {
    if let found = kept.withLock({ $0.baselines[name] }) { return found }
    let found = try Refusal.mending {
      guard let found = try stored(name) ?? ImportBaseline.shipped(name) else {
        throw Refusal.mend(
          field: field,
          "there is no baseline '\(name)'; shipped: "
            + ImportBaseline.names.joined(separator: ", ") + "; imported: store:NAME")
      }
      return found
    }
    // An imported set may be replaced while the desk is open.
    if !name.hasPrefix(TradeStore.baselinePrefix) { kept.withLock { $0.baselines[name] = found } }
    return found
  }

  private func stored(_ name: String) throws -> ImportBaseline? {
    guard name.hasPrefix(TradeStore.baselinePrefix) else { return nil }
    guard let store = try TradeStore.existing(path: try StoreLocation.path(store)) else {
      throw Refusal.mend(
        field: "baseline",
        "\(name): there is no store; import files with 'tarifa data import', or give --store")
    }
    let stored = try store.baseline(String(name.dropFirst(TradeStore.baselinePrefix.count)))
    used(stored.set)
    let unusable = stored.set.unusable
    if unusable.rows > 0 {
      note(
        "\(name): \(unusable.rows) cells without known value or duty are left out; their known value is"
          + " $\(Dollars.text(cents: unusable.value))")
    }
    return stored.baseline
  }

  /// The law an action stands in, its own measures included, on the baseline.
  package func ground(_ action: Action, _ terms: ModelTerms) throws(Refusal) -> TariffGround {
    let wanted = terms.baseline ?? action.baseline
    var law = terms.law
    law.importer = action.importer
    let key = GroundKey(law: law, baseline: wanted)
    let isShared = isShared(action, key)
    if isShared, let ground = kept.withLock({ $0.grounds[key] }) { return ground }
    if let partner = CountryCode(action.importer.uppercased()),
      try Refusal.mending({ try ExportBaseline.shipped(partner)?.id }) == wanted
    {
      throw .mend(
        field: terms.baseline == nil ? "action" : "baseline",
        "\(wanted) are exports to \(partner.text), on which a list is designed; its own market is not held,"
          + " so that the list cannot be assessed; 'tarifa annex' and 'tarifa duty --law' take it")
    }
    let imports = try baseline(wanted, terms.baseline == nil ? "action" : "baseline")
    let (book, knownOn) = (try book(action, terms.law), try knownOn(law))
    let ground = try Refusal.mending {
      try TariffGround(book: book, baseline: imports, knownOn: knownOn)
    }
    if isShared {
      kept.withLock {
        if $0.grounds.count >= Self.mostKept { ($0.grounds, $0.studies) = ([:], [:]) }
        $0.grounds[key] = ground
      }
    }
    return ground
  }

  /// Only law and data that are shipped stay as they are.
  private func isShared(_ action: Action, _ key: GroundKey) -> Bool {
    action.law.isEmpty && key.law.law == nil
      && !key.baseline.hasPrefix(TradeStore.baselinePrefix)
  }

  /// The law an action stands in, its own measures included.
  package func book(_ action: Action, _ terms: LawTerms) throws(Refusal) -> LawBook {
    var law = terms
    law.importer = action.importer
    let book = try book(law)
    guard !action.law.isEmpty else { return book }
    return try Refusal.mending { book.with(try book.regime.extended(by: action.law)) }
  }

  package func day(
    _ action: Action, _ terms: ModelTerms, in book: LawBook
  ) throws(Refusal) -> Day {
    let day = try terms.on.map { text throws(Refusal) in try Self.day(text, "on") } ?? action.on
    guard book.regime.span.contains(day) else {
      throw .mend(
        field: terms.on == nil ? "" : "on",
        "the law is held \(book.regime.span); \(day) is outside")
    }
    return day
  }

  /// A study of a model on a ground of this action.
  package func study(
    _ action: Action, _ terms: ModelTerms, on ground: TariffGround, model: ImpactModel = .pe
  ) throws(Refusal) -> ImpactStudy {
    var law = terms.law
    law.importer = action.importer
    let key = StudyKey(
      ground: GroundKey(law: law, baseline: terms.baseline ?? action.baseline),
      assumptions: terms.assumptions ?? model.assumptions ?? action.assumptions,
      horizon: terms.horizon ?? "one-year", model: model)
    let isShared = isShared(action, key.ground) && reach == .shipped
    if isShared, let study = kept.withLock({ $0.studies[key] }) { return study }
    let study = try Refusal.mending {
      try ImpactStudy(
        ground, assumptions: try assumptions(key.assumptions),
        horizon: try ActionLibrary.horizon(key.horizon), model: model,
        economy: try ActionLibrary.economy(of: action.importer))
    }
    if isShared {
      kept.withLock {
        if $0.studies.count >= Self.mostStudies { $0.studies = [:] }
        $0.studies[key] = study
      }
    }
    return study
  }

  func assumptions(_ name: String) throws -> Assumptions {
    try ActionLibrary.assumptions(name, paths: reach == .files)
  }

  /// What partners do back, each in its own law.
  package func answers(_ action: Action, _ terms: LawTerms) throws(Refusal) -> [PartnerTariffs] {
    guard !action.answers.isEmpty else { return [] }
    guard let origin = CountryCode(action.importer.uppercased()) else {
      throw .mend(
        field: "", "answers: '\(action.importer)' is no country whose exports are known")
    }
    return try Refusal.mending {
      try action.answers.map { answer in
        guard let partner = CountryCode(answer.importer.uppercased()),
          let exports = try ExportBaseline.shipped(partner)
        else {
          throw Refusal.mend(
            field: "", "answers: no exports to '\(answer.importer)' are shipped")
        }
        return try PartnerTariffs(
          answer, origin: origin, book: try book(of: answer.importer, folder: terms.law),
          baseline: exports)
      }
    }
  }

  package static func draws(_ count: Int?, seed: Int, good: Int) throws(Refusal) -> DrawRequest? {
    guard let count else { return nil }
    guard DrawRequest.counts.contains(count) else {
      throw .mend(
        field: "draws",
        "\(count) is outside \(DrawRequest.counts.lowerBound) to \(DrawRequest.counts.upperBound);"
          + " \(good) is a good number")
    }
    guard let seed = UInt64(exactly: seed) else {
      throw .mend(field: "seed", "\(seed) is negative; it must be zero or more")
    }
    return DrawRequest(count: count, seed: seed)
  }
}
