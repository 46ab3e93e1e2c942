import Foundation
public import LawFiles
public import TariffLaw
import TradeData

/// The shipped procedures, those of a folder of law, and those of a path.
public enum ProcedureLibrary {
  /// The ids of the shipped procedures, in order.
  public static func ids() throws(ArchiveError) -> [String] {
    try ShippedFiles.archive("law.tarifa").names.filter(LawFolder.isProcedure).map(id(of:)).sorted()
  }

  /// A procedure by its id, as in `us/section-301`, or by the path of its file.
  ///
  /// - Parameter law: a folder of law files that is looked into first.
  /// - Throws: ``LawErrors`` when the file needs mending, ``ActionError`` when there is none.
  public static func procedure(_ name: String, law: String? = nil) throws -> Procedure {
    if name.hasSuffix(".yaml") {
      guard let data = FileManager.default.contents(atPath: name) else {
        throw ActionError(message: "procedure: \(name) cannot be read; check the path")
      }
      return try ProcedureReader(file: name).procedure([UInt8](data))
    }
    if let law {
      let folder = LawFolder(law)
      let importer = String(name.prefix { $0 != "/" })
      if try folder.importers().contains(importer) {
        for text in try folder.procedures(of: importer) where id(of: text.file) == name {
          return try read(text.bytes, file: text.file)
        }
      }
    }
    let archive = try ShippedFiles.archive("law.tarifa")
    guard let file = archive.names.first(where: { LawFolder.isProcedure($0) && id(of: $0) == name })
    else {
      throw ActionError(
        message: "there is no procedure '\(name)': neither a shipped id nor a path to a .yaml file."
          + " Shipped: \(try ids().joined(separator: ", "))")
    }
    return try read(archive.section(file).array, file: file)
  }

  /// The procedures of an importer in a folder of law, in order.
  ///
  /// - Throws: ``LawErrors`` with everything that is wrong in one of them.
  public static func procedures(of importer: String, in folder: LawFolder) throws -> [Procedure] {
    try folder.procedures(of: importer).map { try read($0.bytes, file: $0.file) }
  }

  private static func read(_ bytes: [UInt8], file: String) throws -> Procedure {
    let procedure = try ProcedureReader(file: file).procedure(bytes)
    guard procedure.id == id(of: file) else {
      throw LawErrors([
        LawError(
          file: file, field: "id",
          message: "'\(procedure.id)' must be '\(id(of: file))', as the file is named")
      ])
    }
    return procedure
  }

  /// `us/procedures/section-301.yaml` holds `us/section-301`.
  private static func id(of file: String) -> String {
    file.split(separator: "/").filter { $0 != "procedures" }.joined(separator: "/")
      .replacingOccurrences(of: ".yaml", with: "")
  }
}
