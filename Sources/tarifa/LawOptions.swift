import ArgumentParser
import LawFiles
import TariffLaw
import TradeData

/// The options of every command that reads law.
struct LawOptions: ParsableArguments {
  /// The importer of a command that is given none.
  static let defaultImporter = "us"

  @Option(help: "The importer whose law is read.")
  var importer = LawOptions.defaultImporter

  @Option(
    help: "A folder of law files to add; one that has the importer's importer.yaml is used alone.")
  var law: String?

  @Option(name: .customLong("known-on"), help: "Only texts published by this day (YYYY-MM-DD).")
  var knownOn: String?

  @Option(
    help:
      "A value for a fact that entries do not state, in place of the law files' default: MEASURES:FACT=VALUE, where MEASURES is the id of a measure or its start with '*'. May be repeated."
  )
  var assume: [String] = []

  @Flag(help: "Add charges beside the duty, and the landed cost.")
  var fees = false

  func day() throws(Failure) -> Day? {
    guard let knownOn else { return nil }
    guard let day = Day(knownOn) else {
      throw .input("--known-on: '\(knownOn)' is not a day; write YYYY-MM-DD")
    }
    return day
  }

  /// The shipped law of another importer, or that of the folder; `nil` where neither has it.
  var other: @Sendable (String) throws -> LawBook? {
    let law = law
    return { importer in
      let countries = try ShippedCountries.codes()
      if let law, try LawFolder(law).importers().contains(importer) {
        let folder = LawFolder(law)
        let own = try folder.schedule(importer)
        return LawBook(
          regime: try folder.regime(importer),
          schedule: try own ?? ShippedLaw.schedule(of: importer),
          countries: countries, conversions: ShippedConversions.pairs)
      }
      guard try ShippedLaw.importers().contains(importer) else { return nil }
      return LawBook(
        regime: try ShippedLaw.regime(importer),
        schedule: try ShippedLaw.schedule(of: importer), countries: countries,
        conversions: ShippedConversions.pairs)
    }
  }

  /// The shipped law with what the folder adds; an importer the folder itself defines comes from
  /// the folder alone.
  func book() throws(Failure) -> LawBook {
    let book = try Self.book(of: importer, law: law)
    var facts: [Regime.AssumedFact] = []
    for text in assume {
      guard let fact = Regime.AssumedFact(text) else {
        throw .input("--assume: '\(text)' has another shape than MEASURES:FACT=VALUE")
      }
      facts.append(fact)
    }
    do {
      return try book.assuming(facts)
    } catch {
      throw .input("--assume: \(error)")
    }
  }

  /// The law of an importer: shipped, or with what a folder of law files adds, or the folder's own.
  static func book(of importer: String, law: String?) throws(Failure) -> LawBook {
    do {
      let isShipped = try ShippedLaw.importers().contains(importer)
      guard let law else {
        guard isShipped else {
          throw Failure.input(
            "--importer: there is no law of '\(importer)'; shipped: "
              + (try ShippedLaw.importers().joined(separator: ", ")))
        }
        return LawBook(
          regime: try ShippedLaw.regime(importer),
          schedule: try ShippedLaw.schedule(of: importer),
          countries: try ShippedCountries.codes(),
          conversions: ShippedConversions.pairs)
      }
      let folder = LawFolder(law)
      let isWhole = try folder.importers().contains(importer)
      let regime =
        isShipped && !isWhole
        ? try folder.extending(try ShippedLaw.regime(importer)) : try folder.regime(importer)
      let schedule = try folder.schedule(importer)
      return LawBook(
        regime: regime, schedule: try schedule ?? ShippedLaw.schedule(of: importer),
        countries: try ShippedCountries.codes(),
        conversions: ShippedConversions.pairs)
    } catch let error as Failure {
      throw error
    } catch let error as LawErrors {
      throw .input("the law files need mending:\n\(error)")
    } catch {
      throw .internalFault("\(error)")
    }
  }
}
