public import TariffLaw

/// The measures of an importer's law with their dated terms: what a timeline and an index of the law are made from.
public struct MeasureListAnswer: Sendable {
  public let book: LawBook
  /// In the order of the law files.
  public let measures: [Measure]
  public let authority: String?
  public let on: Day?

  /// - Parameters:
  ///   - authority: only measures of this authority.
  ///   - day: only measures with a term in force on this day.
  /// - Throws: ``RequestError`` for an authority that the law has no measure of.
  public init(_ book: LawBook, authority: String?, on day: Day?) throws(RequestError) {
    let authorities = Set(book.regime.measures.map(\.authority))
    if let authority, !authorities.contains(authority) {
      throw RequestError(
        field: "authority",
        message: "there is no '\(authority)'; known: "
          + authorities.sorted().joined(separator: ", "))
    }
    self.book = book
    self.authority = authority
    on = day
    measures = book.regime.measures.filter { measure in
      (authority.map { measure.authority == $0 } ?? true)
        && (day.map { day in measure.terms.contains { $0.validity.span.contains(day) } } ?? true)
    }
  }
}
