import JSONText
import Questions
import TarifaPages
import Testing

/// A form changes what it names and leaves the rest of a brief as it is.
@Suite struct BriefFormTests {
  static let brief = Result { try ShippedDocuments.brief("brief-us-cn-60bn") }

  static func applying(_ given: (name: String, text: String)...) throws -> JSONValue {
    var form = BriefForm(try brief.get())
    try form.apply(given)
    return form.brief
  }

  @Test func nothingFilledInIsTheSameBrief() throws {
    #expect(try Self.applying().text == Self.brief.get().text)
    #expect(
      try Self.applying(("target", "60"), ("rate", "25%"), ("most", "1500")).text
        == Self.brief.get().text)
  }

  @Test func fieldsGoWhereTheyBelong() throws {
    let changed = try Self.applying(
      ("target", "45.5"), ("rate", "10%, 25%"), ("most", "900"), ("floors.0", "70%"),
      ("caps.1", "40%"), ("weight.2", "-0.1"))
    #expect(changed["target"]?["value"]?.number == 45_500_000_000)
    #expect(changed["rate"]?.array?.compactMap(\.string) == ["10%", "25%"])
    #expect(changed["lines"]?["most"]?.number == 900)
    #expect(changed["floors"]?.array?.first?["share"]?.string == "70%")
    #expect(changed["caps"]?.array?[1]["share"]?.string == "40%")
    #expect(changed["objective"]?.array?[2]["weight"]?.number == -0.1)
    // A list that is not the shipped one does not bear its title.
    #expect(changed["title"]?.string?.hasSuffix(", changed") == true)
    #expect(changed["exclude"]?.line == (try Self.brief.get())["exclude"]?.line)
  }

  /// Every change is a brief that the reader takes.
  @Test func aimsAndCodesMakeABriefThatReads() throws {
    let changed = try Self.applying(
      ("must", "8482.10.50, 8517"), ("leave", "8471"), ("aim", "NAICS 3344, 8542"),
      ("aim-share", "30%"), ("spare", "8703"), ("spare-share", "1%"), ("cap-chapter", "25%"))
    let read = try ShippedDocuments.ask(BriefQuestion.self, ("brief", changed.text))
    #expect(read["groups"]?["asked-aim"]?["naics"]?.array?.compactMap(\.string) == ["3344"])
    #expect(read["groups"]?["asked-aim"]?["codes"]?.array?.compactMap(\.string) == ["8542"])
    #expect(read["floors"]?.array?.last?["share"]?.string == "30%")
    #expect(read["caps"]?.array?.last?["each"]?.string == "chapter")
    #expect(read["must"]?.array?.count == 1)
    // Emptied again, the codes are gone.
    var form = BriefForm(changed)
    try form.apply([("must", ""), ("leave", "")])
    #expect(form.brief["must"]?.array?.isEmpty == true)
    #expect(form.brief["groups"]?["asked-for"] == nil)
  }

  @Test(arguments: [
    ("target", "much"), ("target", "-3"), ("most", "few"), ("weight.0", "x"), ("aim", "8517"),
  ])
  func whatIsNoNumberIsNamed(_ name: String, _ text: String) throws {
    #expect(throws: PageFormError.self) { try Self.applying((name, text)) }
  }
}
