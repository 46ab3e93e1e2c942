import Foundation
import LawFiles
import Testing
import TradeAction

struct ActionOrBriefTests {
  /// Whether a text is taken for a brief that stands in a folder, by the folder or the file.
  private func isBrief(_ text: String, file: String, byFile: Bool) throws -> Bool {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("library-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = folder.appendingPathComponent(file)
    try Data(text.utf8).write(to: place)
    return try isBrief(byFile ? place.path : folder.path)
  }

  private func isBrief(_ name: String) throws -> Bool {
    switch try ActionLibrary.actionOrBrief(name) {
    case .action: false
    case .brief: true
    }
  }

  private static let brief = """
    id: a
    title: A
    importer: us
    partner: CN
    baseline: us-imports-2017
    on: 2018-03-22
    rate: 25%
    target: {value: 1000000000}
    objective: [{term: value, weight: 1}]
    assumptions: fontagne-2022

    """
  private static let action = """
    id: a
    title: A
    importer: us
    baseline: us-imports-2017
    on: 2018-07-06
    measures: [us/section-301/china/list-1]
    assumptions: fgkk-2020

    """

  @Test func shippedOnesAreTold() throws {
    for id in try ActionLibrary.ids() { #expect(try isBrief(id) == false, "\(id)") }
    for id in try ActionLibrary.briefIDs() { #expect(try isBrief(id), "\(id)") }
  }

  /// By the name of the file in a folder, by what is in it for a path of any name.
  @Test func foldersAndFilesAreTold() throws {
    for (text, expected) in [(Self.brief, true), (Self.action, false)] {
      let usual = expected ? "brief.yaml" : "action.yaml"
      #expect(try isBrief(text, file: usual, byFile: false) == expected)
      #expect(try isBrief(text, file: usual, byFile: true) == expected)
      #expect(try isBrief(text, file: "mine.yaml", byFile: true) == expected)
    }
  }

  @Test func whatIsNeitherIsRefused() throws {
    let error = try #require(throws: ActionError.self) {
      try ActionLibrary.actionOrBrief("no-such")
    }
    #expect(error.message.contains("no action or brief 'no-such'"))
    #expect(error.message.contains("us-301-list-1, ") && error.message.contains("brief-us-cn-30bn"))
    #expect(throws: LawErrors.self) {
      try isBrief("target: {value: 1}\n", file: "mine.yaml", byFile: true)
    }
  }
}
