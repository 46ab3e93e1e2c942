import Foundation
import TabularText
public import TariffLaw
import Yams

/// Reads the law of importers from a folder: one folder an importer, a file a measure.
///
/// `importer.yaml` names the importer and the days held, `facts.yaml` what an entry may state,
/// `groups.yaml` groups of countries; the folder `procedures` how cases run, which is no part of what
/// is owed; every other `.yaml` holds one measure or a list under `measures`, and every `.csv` a goods
/// list whose name is its path.
public struct LawFolder: Sendable {
  private let root: URL

  public init(_ path: String) { root = URL(fileURLWithPath: path, isDirectory: true) }

  /// The importers with a folder here, in order.
  public func importers() throws(LawErrors) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: root.path)
        .filter {
          FileManager.default.fileExists(
            atPath: root.appendingPathComponent($0).appendingPathComponent("importer.yaml").path)
        }.sorted()
    } catch {
      throw LawErrors([LawError(file: root.path, message: "there is no such folder")])
    }
  }

  /// The folders here that are not importers of their own and add to law held elsewhere, in order.
  public func additions() throws(LawErrors) -> [String] {
    let own = Set(try importers())
    do {
      return try FileManager.default.contentsOfDirectory(atPath: root.path)
        .filter { name in
          var isFolder: ObjCBool = false
          let path = root.appendingPathComponent(name).path
          return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue && !name.hasPrefix(".") && !own.contains(name)
        }.sorted()
    } catch {
      throw LawErrors([LawError(file: root.path, message: "there is no such folder")])
    }
  }

  /// The law of one importer.
  ///
  /// - Throws: ``LawErrors`` with everything that is wrong.
  public func regime(_ importer: String) throws(LawErrors) -> Regime {
    var draft = RegimeDraft(importer: importer)
    for text in try texts(of: importer) { draft.add(text) }
    return try draft.regime()
  }

  /// Adds the measures, lists, groups and facts of this folder to a regime held already.
  public func extending(_ regime: Regime) throws(LawErrors) -> Regime {
    try regime.extended(by: try texts(of: regime.importer))
  }

  /// The files of one importer that say what is owed, in the order of their paths.
  public func texts(of importer: String) throws(LawErrors) -> [LawText] {
    try texts(of: importer) { !LawFolder.isProcedure($0) }
  }

  /// The files of one importer that say how cases run, in the order of their paths.
  public func procedures(of importer: String) throws(LawErrors) -> [LawText] {
    try texts(of: importer, where: LawFolder.isProcedure)
  }

  /// Whether a file, by its path with the importer's folder, holds a procedure.
  public static func isProcedure(_ path: String) -> Bool {
    path.hasSuffix(".yaml") && path.split(separator: "/").dropFirst().first == "procedures"
  }

  private func texts(
    of importer: String, where isWanted: (String) -> Bool
  ) throws(LawErrors) -> [LawText] {
    var texts: [LawText] = []
    for path in try files(below: importer) where isWanted(path) {
      texts.append(
        LawText(
          path: String(path.dropFirst(importer.count + 1)), file: path, bytes: try read(path)))
    }
    return texts
  }

  private func files(below importer: String) throws(LawErrors) -> [String] {
    let folder = root.appendingPathComponent(importer)
    guard let walk = FileManager.default.enumerator(atPath: folder.path) else {
      throw LawErrors([LawError(file: folder.path, message: "there is no such folder")])
    }
    var paths: [String] = []
    for case let path as String in walk where path.hasSuffix(".yaml") || path.hasSuffix(".csv") {
      paths.append("\(importer)/\(path)")
    }
    return paths.sorted()
  }

  /// The bytes of a file below the folder, or `nil` when there is none.
  func optionalBytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: root.appendingPathComponent(path).path).map { [UInt8]($0) }
  }

  private func read(_ path: String) throws(LawErrors) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
    } catch {
      throw LawErrors([LawError(file: path, message: "cannot be read")])
    }
  }
}
