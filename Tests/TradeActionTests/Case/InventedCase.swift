import Foundation
import TariffLaw
import Testing
import TradeAction

/// The procedure and the case of an importer that does not exist.
enum InventedCase {
  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")

  static func file() throws -> CaseFile {
    try CaseLibrary.caseFile(
      fixtures.appendingPathComponent("cases/xx-inquiry.yaml").path,
      law: fixtures.appendingPathComponent("law").path)
  }

  static func procedureText() throws -> String {
    try text("law/xx/procedures/inquiry.yaml")
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: fixtures.appendingPathComponent(path), encoding: .utf8)
  }

  static func docket(_ day: String) throws -> Docket {
    Docket(try file(), on: try #require(Day(day)))
  }
}

extension Docket {
  func row(_ step: String, _ instance: String? = nil, _ occurrence: Int? = nil) throws
    -> DocketStep
  {
    try #require(
      steps.first {
        $0.step.id == step && $0.instance == instance
          && (occurrence == nil || $0.occurrence == occurrence)
      })
  }
}
