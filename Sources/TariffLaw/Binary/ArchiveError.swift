/// Why compiled bytes cannot be used.
public enum ArchiveError: Error, Hashable, Sendable {
  case notAnArchive
  case missingSection(String)
  /// The bytes do not hold what they should; the text says where.
  case damaged(String)
}

extension ArchiveError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAnArchive: "not a Tarifa archive (wrong first bytes)"
    case .missingSection(let name): "the archive has no section '\(name)'"
    case .damaged(let what): "the archive is damaged: \(what)"
    }
  }
}
