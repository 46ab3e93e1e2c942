import Foundation

/// The files of a set as a list beside them gives them: `file,sha256,rows`, with an optional
/// `part` that counts from 1.
struct PartManifest {
  /// A file that must be there.
  struct Entry {
    let path: String
    let file: String
    let sha256: String
    let rows: Int
    let line: Int
  }

  let name: String
  let entries: [Entry]

  /// - Throws: ``ImportError`` when the list is damaged, out of sequence, or repeats a part.
  init(path: String, limits: ImportLimits) throws(ImportError) {
    let list = try ListFile(path: path, limits: limits)
    name = list.name
    let file = try list.column("file")
    let hash = try list.column("sha256")
    let rows = try list.column("rows")
    let part = list.optionalColumn("part")
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    var entries: [Entry] = []
    for (line, fields) in list.records {
      let title = fields.field(file)
      guard !title.isEmpty else {
        throw ImportError("the name of a file is empty", file: name, line: line, column: "file")
      }
      if let part, Int(fields.field(part)) != entries.count + 1 {
        throw ImportError(
          "part '\(Printable.text(fields.field(part)))' stands where part \(entries.count + 1) is"
            + " due; parts are missing, repeated or out of order", file: name, line: line,
          column: "part")
      }
      let digest = fields.field(hash).lowercased()
      guard digest.utf8.count == 64, digest.allSatisfy(\.isHexDigit) else {
        throw ImportError(
          "'\(Printable.text(digest))' is not a SHA-256 of 64 digits", file: name, line: line,
          column: "sha256")
      }
      guard let count = Int(fields.field(rows)), count >= 0 else {
        throw ImportError(
          "'\(Printable.text(fields.field(rows)))' is not a number of records", file: name,
          line: line, column: "rows")
      }
      if let twin = entries.first(where: { $0.file == title || $0.sha256 == digest }) {
        throw ImportError(
          "repeats the part of line \(twin.line); remove one", file: name, line: line,
          column: twin.file == title ? "file" : "sha256")
      }
      entries.append(
        Entry(
          path: URL(fileURLWithPath: title, relativeTo: folder).path, file: title, sha256: digest,
          rows: count, line: line))
    }
    guard !entries.isEmpty else { throw ImportError("lists no files", file: name) }
    self.entries = entries
  }
}
