import Foundation
import LawFiles
public import TariffLaw
import TradeData

/// The shipped cases, and those of a path.
public enum CaseLibrary {
  /// The ids of the shipped cases, in order.
  public static func ids() throws(ArchiveError) -> [String] {
    try ShippedFiles.archive("actions.tarifa").names
      .filter { $0.hasPrefix(folder) && $0.hasSuffix(file) }
      .map { String($0.dropFirst(folder.count).dropLast(file.count)) }.sorted()
  }

  private static let folder = "cases/"
  private static let file = "/case.yaml"

  /// A case by its folder id, or by the path of its folder or file. A procedure it names by a path is
  /// looked for beside it.
  ///
  /// - Parameters:
  ///   - law: a folder of law files whose procedures come before the shipped ones.
  ///   - paths: whether the name may be a path at all.
  /// - Throws: ``LawErrors`` when a file needs mending, ``ActionError`` when there is none.
  public static func caseFile(
    _ name: String, law: String? = nil, paths: Bool = true
  ) throws -> CaseFile {
    for path in [name, name + file] where paths && path.hasSuffix(".yaml") {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      let beside = URL(fileURLWithPath: path).deletingLastPathComponent()
      return try CaseReader(file: path).caseFile([UInt8](data)) { procedure in
        let own = beside.appendingPathComponent(procedure).path
        let isOwn = procedure.hasSuffix(".yaml") && FileManager.default.fileExists(atPath: own)
        return try ProcedureLibrary.procedure(isOwn ? own : procedure, law: law)
      }
    }
    let archive = try ShippedFiles.archive("actions.tarifa")
    let section = folder + name + file
    guard archive.contains(section) else {
      throw ActionError(
        message: "there is no case '\(name)': neither a shipped id nor a path. Shipped: "
          + (try ids().joined(separator: ", ")))
    }
    return try CaseReader(file: section).caseFile(archive.section(section).array) {
      try ProcedureLibrary.procedure($0, law: law)
    }
  }
}
