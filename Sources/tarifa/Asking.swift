import Questions

extension Question {
  /// The answer at a desk of the command line.
  ///
  /// - Throws: ``Failure`` when there is none.
  func asked(at desk: Desk) throws(Failure) -> Answer {
    do {
      return try answer(at: desk)
    } catch {
      throw Failure(error)
    }
  }

  /// Prints the answer, and fails where it answers nothing.
  func print(_ answer: Answer, text: String, json: Bool) throws(Failure) {
    let (document, refusal) = Self.document(answer)
    Console.output(json ? document.text : text)
    if let refusal { throw .input(refusal) }
  }
}
