import Foundation
import LongWork
import Questions
import Testing

@Suite struct DeskTests {
  private static let brief = """
    id: small
    title: A small list
    importer: us
    partner: CN
    baseline: us-imports-2017
    on: 2018-03-22
    rate: 25%
    target: {value: 2000000000, tolerance: 1%}
    groups:
      special: {codes: ['98', '99']}
    exclude: [{group: special, reason: no goods}]
    objective: [{term: buyers-loss, weight: 1}]
    assumptions: fontagne-2022

    """

  /// What a desk keeps changes no answer.
  @Test func theSecondAnswerIsTheFirst() throws {
    let desk = Desk(reach: .shipped)
    func text(_ desk: Desk) throws -> String {
      let question = try AssessQuestion([("action", "us-301-list-2"), ("draws", "3")])
      return AssessQuestion.document(try question.answer(at: desk)).json.text
    }
    let first = try text(desk)
    #expect(try text(desk) == first)
    #expect(try text(Desk(reach: .files)) == first)
  }

  /// Every question that may take long ends as stopped, and what a desk kept meanwhile answers the next one.
  @Test(arguments: [
    ("assess", ["action": "us-301-list-2", "draws": "3"]),
    ("assess", ["action": "brief-us-cn-30bn"]), ("design", ["brief": "brief-us-cn-30bn"]),
    ("diff", ["a": "us-301-list-1", "b": "us-301-list-2"]),
    ("exclusions", ["action": "us-301-list-1", "requests": "id,hts\n1,8482.10.50.44\n"]),
    ("exemptions", ["action": "us-301-list-1"]),
    ("rotate", ["action": "us-301-list-1", "every": "180", "first": "120"]),
    ("etr", ["from": "2025-01-01", "to": "2025-03-31"]),
  ])
  func stoppedWorkIsNoAnswer(_ name: String, _ given: [String: String]) throws {
    let desk = Desk(reach: .shipped)
    let stopped = desk.telling({ _ in }, watch: WorkWatch { true })
    let parameters = given.map { ($0.key, $0.value) }
    func ask<Asking: Question>(_ type: Asking.Type) throws {
      let question = try Asking(parameters)
      #expect(throws: Refusal.stopped) { _ = try question.answer(at: stopped) }
    }
    switch name {
    case "assess": try ask(AssessQuestion.self)
    case "design": try ask(DesignQuestion.self)
    case "diff": try ask(DiffQuestion.self)
    case "exclusions": try ask(ExclusionsQuestion.self)
    case "exemptions": try ask(ExemptionsQuestion.self)
    case "rotate": try ask(RotateQuestion.self)
    default: try ask(EffectiveRateQuestion.self)
    }
  }

  @Test func aPathIsReadAtTheCommandLineAlone() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("brief.yaml")
    try Data(Self.brief.utf8).write(to: file)
    for name in [folder.path, file.path] {
      let question = try DesignQuestion([("brief", name), ("brisk", "true")])
      #expect(throws: Refusal.self) { try question.answer(at: Desk(reach: .shipped)) }
      guard case .chosen = try question.answer(at: Desk(reach: .files)) else {
        Issue.record("nothing chosen")
        return
      }
    }
  }

  /// A text is what its file would be, and a brief stands for its list where an action is asked for.
  @Test func aTextIsAsGoodAsAFile() throws {
    let desk = Desk(reach: .shipped)
    let question = try DesignQuestion([("brief", Self.brief), ("brisk", "true")])
    guard case .chosen(let answer) = try question.answer(at: desk) else {
      Issue.record("nothing chosen")
      return
    }
    let assess = try AssessQuestion([("action", Self.brief)])
    let impact = try assess.answer(at: desk)
    let covered = impact.impact.coveredImports
    #expect(abs(covered - answer.design.value) < 0.01 * answer.design.value)
    #expect(throws: Refusal.self) {
      try DesignQuestion([("brief", "us-301-list-1")]).answer(at: desk)
    }
    #expect(throws: Refusal.self) {
      try AnnexQuestion([("action", "brief-us-cn-30bn")]).answer(at: desk)
    }
  }

  @Test(arguments: ["../../etc/passwd", "/etc/passwd", "nix", "cases/us-301-china-2017"])
  func aNameThatIsNoneIsRefused(name: String) throws {
    let desk = Desk(reach: .shipped)
    #expect(throws: Refusal.self) { try AssessQuestion([("action", name)]).answer(at: desk) }
    #expect(throws: Refusal.self) {
      try CaseQuestion([("file", name), ("on", "2018-03-14")]).answer(at: desk)
    }
  }

  /// A code without an answer has a document that says why.
  @Test func aDocumentSaysWhyThereIsNoAnswer() throws {
    let question = try DutyQuestion([
      ("hts", "0000.00.00"), ("origin", "CN"), ("on", "2018-07-06"),
    ])
    let document = DutyQuestion.document(try question.answer(at: Desk(reach: .shipped)))
    #expect(document.refusal != nil)
    #expect(document.json.text.contains("unknown-code"))
  }

  /// Found by asking the server for a revision after 2^63 days.
  @Test(arguments: [("first", "9223372036854775807"), ("every", "2147483648"), ("first", "0")])
  func farRevisionsAreRefused(_ name: String, _ days: String) throws {
    let question = try RotateQuestion([
      ("action", "us-301-list-2"), ("revisions", "2"), (name, days),
    ])
    #expect(throws: Refusal.self) { try question.answer(at: Desk(reach: .shipped)) }
  }
}
