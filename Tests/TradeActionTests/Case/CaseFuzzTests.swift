import Foundation
import LawFiles
import TariffLaw
import TestSupport
import Testing
import TradeAction

struct CaseFuzzTests {
  private static let pieces = [
    ": ", "\n", "[", "{", "-", "due of ", "latest ", "2020-02-30", "days: 99999", "on: ruling",
    "earlier-of: ", "yes", "*", "&a ",
  ]

  @Test(arguments: 0..<400)
  func damagedProcedures(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let bytes = damaged(
      Array(try InventedCase.procedureText().utf8), pieces: Self.pieces, with: &random)
    do {
      let procedure = try ProcedureReader(file: "p.yaml").procedure(bytes)
      #expect(!procedure.steps.isEmpty)
    } catch {
      #expect(!error.errors.isEmpty)
      #expect(error.errors.allSatisfy { !$0.message.isEmpty && $0.file == "p.yaml" })
    }
  }

  /// A case that is read gives a docket on any day.
  @Test(arguments: 0..<400)
  func damagedCases(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let bytes = damaged(
      Array(try InventedCase.text("cases/xx-inquiry.yaml").utf8), pieces: Self.pieces,
      with: &random)
    let law = InventedCase.fixtures.appendingPathComponent("law").path
    do {
      let file = try CaseReader(file: "c.yaml").caseFile(bytes) {
        try ProcedureLibrary.procedure($0, law: law)
      }
      for _ in 0..<10 {
        let docket = Docket(file, on: Day(number: Int32(random.below(60_000))))
        #expect(docket.steps.count >= file.procedure.steps.count)
        for row in docket.steps { #expect(row.daysLate ?? 1 > 0 && row.daysLeft ?? 0 >= 0) }
      }
    } catch let error as LawErrors {
      #expect(error.errors.allSatisfy { !$0.message.isEmpty })
    } catch let error as ActionError {
      #expect(!error.message.isEmpty)
    }
  }
}
