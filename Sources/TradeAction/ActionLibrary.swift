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

  /// An action by its folder id, or by the path of its folder or file.
  ///
  /// - Throws: ``LawErrors`` when the file needs mending, ``ActionError`` when there is none.
  public static func action(_ name: String) throws -> Action {
    for path in [name, "\(name)/action.yaml"] where path.hasSuffix(".yaml") {
      if let data = FileManager.default.contents(atPath: path) {
        return try ActionReader(file: path).action([UInt8](data))
      }
    }
    let archive = try ShippedFiles.archive("actions.tarifa")
    let file = "\(name)/action.yaml"
    guard archive.contains(file) else {
      throw ActionError(
        message: "there is no action '\(name)': neither a shipped id nor a path. Shipped: "
          + (try ids().joined(separator: ", ")))
    }
    return try ActionReader(file: file).action(archive.section(file).array)
  }

  /// Assumptions by name, or by the path of a file.
  public static func assumptions(_ name: String) throws -> Assumptions {
    if name.hasSuffix(".yaml"), let data = FileManager.default.contents(atPath: name) {
      return try ActionReader(file: name).assumptions([UInt8](data))
    }
    let archive = try ShippedFiles.archive("actions.tarifa")
    let file = "assumptions/\(name).yaml"
    guard archive.contains(file) else {
      throw ActionError(message: "there are no assumptions '\(name)'; give a name or a path")
    }
    return try ActionReader(file: file).assumptions(archive.section(file).array)
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
