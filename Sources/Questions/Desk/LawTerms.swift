/// Whose law a question is asked of, and as it was known when.
public struct LawTerms: Hashable, Sendable {
  /// The importer of a question that names none.
  public static let defaultImporter = "us"

  public var importer = LawTerms.defaultImporter
  /// A folder of law files to add; one that has the importer's `importer.yaml` is used alone.
  public var law: String?
  /// Only texts published by this day.
  public var knownOn: String?
  /// `MEASURES:FACT=VALUE`
  public var assume: [String] = []
  /// Charges beside the duty as well.
  public var fees = false

  public init() {}
}
