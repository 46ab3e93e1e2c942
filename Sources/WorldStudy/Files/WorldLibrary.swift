import Foundation
import LawFiles
import TradeAction
import TradeData

/// The shipped agreements, escalations, deficit plans and promises, and those of a path.
public enum WorldLibrary {
  /// A kind of file: the folder of the library, and its name in a folder of its own.
  public enum Kind: String, CaseIterable, Sendable {
    case agreements
    case escalations
    case deficits

    var file: String {
      switch self {
      case .agreements: "agreement.yaml"
      case .escalations: "rounds.yaml"
      case .deficits: "plan.yaml"
      }
    }

    /// A key that no other file has.
    var mark: String {
      switch self {
      case .agreements: "members"
      case .escalations: "rounds"
      case .deficits: "target"
      }
    }

    var word: String {
      switch self {
      case .agreements: "agreement"
      case .escalations: "escalation"
      case .deficits: "deficit plan"
      }
    }
  }

  /// The ids of the shipped files of a kind, in order.
  public static func ids(_ kind: Kind) throws -> [String] {
    let (start, end) = (kind.rawValue + "/", "/" + kind.file)
    return try ShippedFiles.archive("actions.tarifa").names
      .filter { $0.hasPrefix(start) && $0.hasSuffix(end) }
      .map { String($0.dropFirst(start.count).dropLast(end.count)) }.sorted()
  }

  /// Whether a name is of a kind: a shipped id, a path, or a text with the key that only the kind has.
  public static func holds(_ name: String, _ kind: Kind, paths: Bool) throws -> Bool {
    if name.contains("\n") {
      let root = try YAMLText.node(Array(name.utf8), file: "the text given").mapping
      return root?.keys.contains { $0.string == kind.mark } ?? false
    }
    if paths {
      let manager = FileManager.default
      if name.hasSuffix("/" + kind.file) || manager.fileExists(atPath: "\(name)/\(kind.file)") {
        return true
      }
    }
    return try ids(kind).contains(name)
  }

  /// An agreement by its id, or by the path of its folder or file.
  ///
  /// - Parameter paths: whether the name may be a path at all.
  /// - Throws: ``LawErrors`` when the file needs mending, ``ActionError`` when there is none.
  public static func agreement(_ name: String, paths: Bool = true) throws -> Agreement {
    let (file, bytes) = try open(name, .agreements, paths: paths)
    return try AgreementReader(file: file).agreement(bytes)
  }

  /// As ``agreement(_:paths:)``.
  public static func escalation(_ name: String, paths: Bool = true) throws -> Escalation {
    let (file, bytes) = try open(name, .escalations, paths: paths)
    return try EscalationReader(file: file).escalation(bytes)
  }

  /// As ``agreement(_:paths:)``.
  public static func deficitPlan(_ name: String, paths: Bool = true) throws -> DeficitPlan {
    let (file, bytes) = try open(name, .deficits, paths: paths)
    return try DeficitPlanReader(file: file).plan(bytes)
  }

  /// A promise of purchases by its name, or by the path of its file.
  ///
  /// - Throws: as ``agreement(_:paths:)``.
  public static func purchases(_ name: String, paths: Bool = true) throws -> PurchasePromise {
    if paths, name.hasSuffix(".yaml"), let data = FileManager.default.contents(atPath: name) {
      let folder = URL(fileURLWithPath: name).deletingLastPathComponent()
      return try PurchaseReader(file: name) { beside in
        FileManager.default.contents(atPath: folder.appendingPathComponent(beside).path)
          .map { [UInt8]($0) }
      }.promise([UInt8](data))
    }
    let archive = try ShippedFiles.archive("actions.tarifa")
    let section = "purchases/\(name).yaml"
    guard archive.contains(section) else {
      let shipped = archive.names
        .filter { $0.hasPrefix("purchases/") && $0.hasSuffix(".yaml") }
        .map { String($0.dropFirst("purchases/".count).dropLast(".yaml".count)) }.sorted()
      throw ActionError(
        message: "there are no promised purchases '\(name)'; shipped: "
          + shipped.joined(separator: ", "))
    }
    return try PurchaseReader(file: section) { beside in
      let path = "purchases/" + beside
      return archive.contains(path) ? try archive.section(path).array : nil
    }.promise(archive.section(section).array)
  }

  private static func open(
    _ name: String, _ kind: Kind, paths: Bool
  ) throws -> (file: String, bytes: [UInt8]) {
    if name.contains("\n") { return ("the text given", Array(name.utf8)) }
    for path in [name, "\(name)/\(kind.file)"] where paths && path.hasSuffix(".yaml") {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      return (path, [UInt8](data))
    }
    let archive = try ShippedFiles.archive("actions.tarifa")
    let section = "\(kind.rawValue)/\(name)/\(kind.file)"
    guard archive.contains(section) else {
      throw ActionError(
        message: "there is no \(kind.word) '\(name)': neither a shipped id nor a path. Shipped: "
          + (try ids(kind).joined(separator: ", ")))
    }
    return (section, try archive.section(section).array)
  }
}
