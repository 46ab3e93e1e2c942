public import Answers

extension Desk {
  /// A batch of entries under the law of the terms, and of the importers that rows name.
  ///
  /// - Throws: ``Refusal`` when there is no such law.
  public func batch(_ terms: LawTerms) throws(Refusal) -> DutyBatch {
    DutyBatch(
      book: try book(terms), knownOn: try knownOn(terms), others: Self.others(law: terms.law))
  }
}
