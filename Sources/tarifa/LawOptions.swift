import ArgumentParser
import Questions

/// The options of every command that reads law.
struct LawOptions: ParsableArguments {
  @Option(help: "The importer whose law is read.")
  var importer = LawTerms.defaultImporter

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

  var terms: LawTerms {
    var terms = LawTerms()
    terms.importer = importer
    terms.law = law
    terms.knownOn = knownOn
    terms.assume = assume
    terms.fees = fees
    return terms
  }
}
