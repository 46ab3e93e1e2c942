/// Files to import as one set.
public struct ImportRequest: Sendable {
  /// What the set is called: lower-case letters, digits, `.`, `_` and `-`.
  public var name: String
  /// Paths, in order; may be empty where a manifest lists them.
  public var files: [String]
  /// A list of the files with their hashes and rows.
  public var manifest: String?
  /// A map of codes and origins.
  public var map: String?
  /// The year to take; `nil` when the files hold one.
  public var year: Int?
  /// Whether the columns of one month are summed, where a file has both.
  public var monthly: Bool
  public var limits = ImportLimits()

  public init(
    name: String, files: [String], manifest: String? = nil, map: String? = nil, year: Int? = nil,
    monthly: Bool = false
  ) {
    self.name = name
    self.files = files
    self.manifest = manifest
    self.map = map
    self.year = year
    self.monthly = monthly
  }

  /// A name from a file's: `Imports 2024.csv.gz` gives `imports-2024`.
  public static func name(of path: String) -> String {
    var name = PartSource.name(of: path).lowercased()
    for ending in [".gz", ".csv", ".txt"] where name.hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    return String(name.map { isAllowed($0) ? $0 : "-" })
  }

  static func isAllowed(_ character: Character) -> Bool {
    character.isASCII
      && (character.isLowercase || character.isNumber || "._-".contains(character))
  }
}

/// What became of a request.
public enum ImportOutcome: Sendable {
  /// The set as it stands now, and rows of the map that met nothing.
  case imported(unusedMap: [String])
  /// The same files were imported before, with the same choices; nothing changed.
  case alreadyThere
}

/// How far an import is.
public struct ImportProgress: Sendable {
  /// What is being done.
  public enum Step: String, Sendable {
    case hashing, reading, matching
  }

  public let step: Step
  public let file: String
  /// The place of the file in the set, from 1, and how many there are.
  public let part: Int
  public let parts: Int
  /// Bytes of the file done.
  public let bytes: Int
  /// Bytes of the file, where they are known.
  public let size: Int?
}
