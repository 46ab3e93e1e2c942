import Answers
import Foundation
import TariffLaw
import Testing

/// The case files of the tests, and how one case is held against the law.
enum CaseFiles {
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// - Parameter path: below `Tests`.
  static func load(_ path: String) -> [LawCase] {
    do {
      let data = try Data(contentsOf: tests.appendingPathComponent(path))
      return try LawCase.cases([UInt8](data), file: path)
    } catch {
      Issue.record("\(path): \(error)")
      return []
    }
  }

  /// The files in a folder below `Tests`, by name.
  static func files(in folder: String) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(
        atPath: tests.appendingPathComponent(folder).path
      ).filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    } catch {
      Issue.record("\(folder): \(error)")
      return []
    }
  }
}

extension LawCase {
  func check(_ book: LawBook) {
    let found = disagreements(with: book)
    #expect(found.isEmpty, "\(source): \(found.joined(separator: "; "))")
  }
}
