import Foundation
import LawFiles
public import TariffLaw
import TradeData

/// The shipped actions and assumptions, and those of a path.
public enum ActionLibrary {
  /// The ids of the shipped actions, in order.
  public static func ids() throws(ArchiveError) -> [String] {
    try ShippedFiles.archive("actions.tarifa").names
      .filter { $0.hasSuffix("/action.yaml") }
      .map { String($0.dropLast("/action.yaml".count)) }.sorted()
  }

  /// An action by its folder id, or by the path of its folder or file. Law files in the folder `law`
  /// beside it come with it.
  ///
  /// - Parameter paths: whether the name may be a path at all.
  /// - Throws: ``LawErrors`` when the file needs mending, ``ActionError`` when there is none.
  public static func action(_ name: String, paths: Bool = true) throws -> Action {
    for path in [name, "\(name)/action.yaml"] where paths && path.hasSuffix(".yaml") {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      var action = try ActionReader(file: path).action([UInt8](data))
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        .appendingPathComponent("law").path
      if FileManager.default.fileExists(atPath: folder) {
        action.law = try LawFolder(folder).texts(of: action.importer)
      }
      return action
    }
    let archive = try ShippedFiles.archive("actions.tarifa")
    let file = "\(name)/action.yaml"
    guard archive.contains(file) else {
      throw ActionError(
        message: "there is no action '\(name)': neither a shipped id nor a path. Shipped: "
          + (try ids().joined(separator: ", ")))
    }
    let start = "\(name)/"
    return try action(
      files: try archive.names.filter { $0 == file || $0.hasPrefix(start + "law/") }.sorted()
        .map { (String($0.dropFirst(start.count)), try archive.section($0).array) }, in: name)
  }

  /// An action from the files of its folder, by their paths in it: `action.yaml` and its law.
  ///
  /// - Parameter folder: the name for messages.
  /// - Throws: ``LawErrors`` when the action needs mending, ``ActionError`` when it is not there.
  public static func action(
    files: [(path: String, bytes: [UInt8])], in folder: String
  ) throws -> Action {
    guard let file = files.first(where: { $0.path == "action.yaml" }) else {
      throw ActionError(message: "there is no action.yaml in '\(folder)'")
    }
    var action = try ActionReader(file: "\(folder)/action.yaml").action(file.bytes)
    let start = "law/\(action.importer)/"
    action.law = files.filter { $0.path.hasPrefix(start) }.map {
      LawText(
        path: String($0.path.dropFirst(start.count)), file: "\(folder)/\($0.path)", bytes: $0.bytes)
    }
    return action
  }

  /// An action or a brief by its folder id, or by the path of its folder or file.
  ///
  /// - Parameter paths: whether the name may be a path at all.
  /// - Throws: as ``action(_:paths:)`` and ``brief(_:paths:)``.
  public static func actionOrBrief(_ name: String, paths: Bool = true) throws -> ActionOrBrief {
    let manager = FileManager.default
    if paths {
      if name.hasSuffix(".yaml"), let data = manager.contents(atPath: name) {
        return try isBrief([UInt8](data), file: name)
          ? .brief(try brief(name)) : .action(try action(name))
      }
      if manager.fileExists(atPath: "\(name)/action.yaml") { return .action(try action(name)) }
      if manager.fileExists(atPath: "\(name)/brief.yaml") { return .brief(try brief(name)) }
    }
    let archive = try ShippedFiles.archive("actions.tarifa")
    if archive.contains("\(name)/action.yaml") {
      return .action(try action(name, paths: false))
    }
    if archive.contains("\(name)/brief.yaml") { return .brief(try brief(name, paths: false)) }
    throw ActionError(
      message: "there is no action or brief '\(name)': neither a shipped id nor a path. Shipped: "
        + (try ids() + briefIDs()).joined(separator: ", "))
  }

  /// An action or a brief from the text of its file.
  ///
  /// - Throws: ``LawErrors`` when the text needs mending.
  public static func actionOrBrief(text: String) throws -> ActionOrBrief {
    let (bytes, file) = (Array(text.utf8), "the text given")
    return try isBrief(bytes, file: file)
      ? .brief(try BriefReader(file: file).brief(bytes))
      : .action(try ActionReader(file: file).action(bytes))
  }

  /// Told by a key that only one of them has.
  private static func isBrief(_ bytes: [UInt8], file: String) throws -> Bool {
    let root = try YAMLText.node(bytes, file: file).mapping
    let keys = root.map { $0.keys.compactMap(\.string) } ?? []
    return keys.contains {
      BriefReader.keys.contains($0) && !ActionReader.actionKeys.contains($0)
    }
  }

  /// The ids of the shipped briefs, in order.
  public static func briefIDs() throws(ArchiveError) -> [String] {
    try ShippedFiles.archive("actions.tarifa").names
      .filter { $0.hasSuffix("/brief.yaml") }
      .map { String($0.dropLast("/brief.yaml".count)) }.sorted()
  }

  /// A brief by its folder id, or by the path of its folder or file.
  ///
  /// - Throws: ``LawErrors`` when the file needs mending, ``ActionError`` when there is none.
  public static func brief(_ name: String, paths: Bool = true) throws -> Brief {
    for path in [name, "\(name)/brief.yaml"] where paths && path.hasSuffix(".yaml") {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      return try BriefReader(file: path).brief([UInt8](data))
    }
    let archive = try ShippedFiles.archive("actions.tarifa")
    let file = "\(name)/brief.yaml"
    guard archive.contains(file) else {
      throw ActionError(
        message: "there is no brief '\(name)': neither a shipped id nor a path. Shipped: "
          + (try briefIDs().joined(separator: ", ")))
    }
    return try BriefReader(file: file).brief(archive.section(file).array)
  }

  /// Assumptions by name, or by the path of a file, on those they extend.
  ///
  /// - Throws: ``LawErrors`` when a file needs mending, ``ActionError`` when there is none.
  public static func assumptions(_ name: String, paths: Bool = true) throws -> Assumptions {
    var drafts: [AssumptionsReader.Draft] = []
    var next: String? = name
    while let current = next {
      guard drafts.count < deepest else {
        throw ActionError(
          message: "assumptions '\(name)' extend each other without end, or too deeply")
      }
      let draft = try draft(current, paths: paths)
      drafts.append(draft)
      next = draft.extends
    }
    var found: Assumptions?
    for draft in drafts.reversed() { found = draft.assumptions(on: found) }
    guard let found else { throw ActionError(message: "there are no assumptions '\(name)'") }
    return found
  }

  /// The assumptions on the economy of an importer; `nil` when none are shipped.
  public static func economy(of importer: String) throws -> Assumptions? {
    let name = "\(importer)-economy"
    guard try ShippedFiles.archive("actions.tarifa").contains("assumptions/\(name).yaml") else {
      return nil
    }
    return try assumptions(name)
  }

  /// How many files of assumptions may extend each other.
  private static let deepest = 8

  private static func draft(_ name: String, paths: Bool) throws -> AssumptionsReader.Draft {
    if paths, name.hasSuffix(".yaml"), let data = FileManager.default.contents(atPath: name) {
      return try AssumptionsReader(file: name).assumptions([UInt8](data))
    }
    let archive = try ShippedFiles.archive("actions.tarifa")
    let file = "assumptions/\(name).yaml"
    guard archive.contains(file) else {
      let shipped = archive.names.filter { $0.hasPrefix("assumptions/") }
        .map { String($0.dropFirst("assumptions/".count).dropLast(".yaml".count)) }.sorted()
      throw ActionError(
        message: "there are no assumptions '\(name)'; give the path of a file or one of "
          + shipped.joined(separator: ", "))
    }
    return try AssumptionsReader(file: file).assumptions(archive.section(file).array)
  }

  /// A horizon by its name.
  ///
  /// - Throws: ``ActionError`` when there is none.
  public static func horizon(_ name: String) throws -> Horizon {
    let archive = try ShippedFiles.archive("actions.tarifa")
    let file = "horizons.yaml"
    let all = try AssumptionsReader(file: file).horizons(archive.section(file).array)
    guard let found = all.first(where: { $0.name == name }) else {
      throw ActionError(
        message: "there is no horizon '\(name)'; choose from "
          + all.map(\.name).joined(separator: ", "))
    }
    return found
  }
}

/// An action that cannot be found or does not fit the law or the baseline.
public struct ActionError: Error, Hashable, Sendable {
  public let message: String

  public init(message: String) { self.message = message }
}

extension ActionError: CustomStringConvertible {
  public var description: String { message }
}
