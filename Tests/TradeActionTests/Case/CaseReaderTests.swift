import Foundation
import LawFiles
import TariffLaw
import Testing
import TradeAction

struct CaseReaderTests {
  private func errors(_ text: String) throws -> [LawError] {
    let law = InventedCase.fixtures.appendingPathComponent("law").path
    do {
      _ = try CaseReader(file: "case.yaml").caseFile(Array(text.utf8)) {
        try ProcedureLibrary.procedure($0, law: law)
      }
      return []
    } catch let error as LawErrors {
      return error.errors
    }
  }

  /// The invented case with one text put in place of another, and the key that is blamed for it.
  @Test(arguments: [
    ("step: summons", "step: sumons", "step"), ("step: ruling, date", "stp: ruling, date", "stp"),
    ("date: 2020-03-20", "date: 2020-13-20", "date"),
    ("tracks: [plain]", "tracks: [plane]", "tracks"),
    ("tracks: [plain]\n", "", "tracks"), ("partners: [AA]", "partners: [Atlantis]", "partners"),
    ("held-until: 2021-06-30\n", "", "held-until"),
    ("held-until: 2021-06-30", "held-until: 2020-01-01", "date"),
    ("leaves-out: [archive]", "leaves-out: [archives]", "leaves-out"),
    ("step: levy, of: a", "step: levy, of: c", "of"),
    ("step: summons, date", "step: summons, label: a, date", "label"),
    ("step: order, label: a", "step: order", "step"),
    ("until: 2020-04-30", "until: 2019-04-30", "until"),
    ("withdrawn: 2020-05-10", "withdrawn: 2020-05-01", "withdrawn"),
    ("step: illness", "step: illness, days: many", "days"),
    ("note: the Board moves house, ", "", "step"),
    ("verified: yes", "verified: surely", "verified"),
    ("source: gazette of the Board\n", "", "verified"), ("citation: gazette 2, ", "", "citation"),
  ])
  func mistakesAreNamed(part: String, other: String, field: String) throws {
    let text = try InventedCase.text("cases/xx-inquiry.yaml")
    #expect(text.contains(part))
    let found = try errors(text.replacingOccurrences(of: part, with: other))
    #expect(found.contains { $0.field == field }, "\(found)")
    #expect(found.allSatisfy { $0.file == "case.yaml" && !$0.message.isEmpty })
  }

  @Test func theInventedCaseReads() throws {
    let file = try InventedCase.file()
    #expect(file.procedure.id == "xx/inquiry")
    // By day, as the record may be written in any order.
    #expect(file.events.map(\.day) == file.events.map(\.day).sorted())
    #expect(file.events.first { $0.step == "study" }?.isVerified == false)
  }

  @Test func aMisspelledStepNamesTheNearest() throws {
    let text = try InventedCase.text("cases/xx-inquiry.yaml")
      .replacingOccurrences(of: "step: summons", with: "step: sumons")
    #expect(try errors(text).first?.message.contains("did you mean 'summons'?") == true)
    #expect(try errors(text).first?.line == 12)
  }

  @Test func aProcedureMayStandBesideTheCase() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tarifa-case-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try InventedCase.procedureText().write(
      to: folder.appendingPathComponent("own.yaml"), atomically: true, encoding: .utf8)
    try InventedCase.text("cases/xx-inquiry.yaml")
      .replacingOccurrences(of: "procedure: xx/inquiry", with: "procedure: own.yaml")
      .write(to: folder.appendingPathComponent("case.yaml"), atomically: true, encoding: .utf8)
    #expect(try CaseLibrary.caseFile(folder.path).procedure.steps.count == 18)
  }

  @Test func anUnknownCaseListsWhatThereIs() {
    do {
      _ = try CaseLibrary.caseFile("no-such-case")
      Issue.record("accepted")
    } catch {
      #expect("\(error)".contains("us-301-china-2017"))
    }
  }
}
