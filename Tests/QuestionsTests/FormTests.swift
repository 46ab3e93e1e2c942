import Answers
import Foundation
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

  /// A question out of shape as `name=text` parts, and the parameter that is to blame.
  @Test(arguments: [
    "origin=CN on=2018-07-06 -> hts", "hts= origin=CN on=2018-07-06 -> hts",
    "hts=1 hts=2 origin=CN on=2018-07-06 -> hts", "hts=1 origin=CN on=2018-07-06 nix=1 -> nix",
    "hts=1 origin=CN on=2018-07-06 fees=maybe -> fees",
    "hts=1 origin=CN on=2018-07-06 law=/etc -> law",
  ])
  func whatIsOutOfShapeIsNamed(text: String) throws {
    let sides = text.components(separatedBy: " -> ")
    let given = sides[0].split(separator: " ").map { part in
      let ends = part.split(separator: "=", omittingEmptySubsequences: false)
      return (name: String(ends[0]), text: String(ends[1]))
    }
    do {
      _ = try DutyQuestion(given)
      Issue.record("nothing was out of shape")
    } catch {
      #expect(error.field == sides[1])
    }
  }

  @Test func valuesAreChecked() throws {
    let action = (name: "action", text: "us-301-list-1")
    for (name, text) in [("draws", "many"), ("seed", "1.5"), ("model", "cge")] {
      #expect(throws: RequestError.self) { try AssessQuestion([action, (name, text)]) }
    }
    // What is left empty in a form is not given.
    #expect(try AssessQuestion([action, ("on", "")]).terms.on == nil)
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
