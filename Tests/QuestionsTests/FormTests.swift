import Answers
import Questions
import Testing

@Suite struct FormTests {
  @Test func textsGoWhereTheyBelong() throws {
    let question = try DutyQuestion([
      ("hts", "8482.10.50.44"), ("origin", "CN"), ("on", "2018-07-06"), ("value", "10000"),
      ("claim", "KR"), ("claim", "9903.88.05"), ("fact", "quota=in"), ("fees", "true"),
      ("unit", ""), ("known-on", "2018-07-01"),
    ])
    #expect(
      question.request
        == DutyRequest(
          hts: "8482.10.50.44", origin: "CN", on: "2018-07-06", value: "10000",
          claims: ["KR", "9903.88.05"], facts: ["quota=in"]))
    #expect(question.terms.fees && question.terms.knownOn == "2018-07-01")
    let assess = try AssessQuestion([
      ("action", "us-301-list-1"), ("draws", "10"), ("model", "gsim"),
    ])
    #expect(assess.terms.draws == 10 && assess.model == "gsim" && assess.terms.seed == 1)
    let rotate = try RotateQuestion([("action", "us-301-list-1"), ("share", "0.25")])
    #expect(rotate.share == 0.25)
  }

  @Test(arguments: [
    ([("origin", "CN"), ("on", "2018-07-06")], "hts"),
    ([("hts", ""), ("origin", "CN"), ("on", "2018-07-06")], "hts"),
    ([("hts", "1"), ("hts", "2"), ("origin", "CN"), ("on", "2018-07-06")], "hts"),
    ([("hts", "1"), ("origin", "CN"), ("on", "2018-07-06"), ("nix", "1")], "nix"),
    ([("hts", "1"), ("origin", "CN"), ("on", "2018-07-06"), ("fees", "maybe")], "fees"),
    ([("hts", "1"), ("origin", "CN"), ("on", "2018-07-06"), ("law", "/etc")], "law"),
  ])
  func whatIsOutOfShapeIsNamed(given: [(String, String)], field: String) {
    #expect {
      _ = try DutyQuestion(given.map { (name: $0.0, text: $0.1) })
    } throws: { error in
      (error as? RequestError)?.field == field
    }
  }

  @Test(arguments: [("draws", "many"), ("seed", "1.5"), ("model", "cge"), ("on", "")])
  func valuesAreChecked(name: String, text: String) {
    let given = [(name: "action", text: "us-301-list-1"), (name: name, text: text)]
    if text.isEmpty {
      #expect(throws: Never.self) { try AssessQuestion(given) }
    } else {
      #expect(throws: RequestError.self) { try AssessQuestion(given) }
    }
  }

  /// No question lets its asker name a file or a folder of the machine.
  @Test func formsNameNoFolders() {
    let names =
      DutyQuestion.form.fields.map(\.name) + AssessQuestion.form.fields.map(\.name)
      + DesignQuestion.form.fields.map(\.name) + CaseQuestion.form.fields.map(\.name)
      + AnnexQuestion.form.fields.map(\.name) + RotateQuestion.form.fields.map(\.name)
    #expect(Set(names).isDisjoint(with: ["law", "store", "output", "problem", "pool", "goods"]))
  }
}
