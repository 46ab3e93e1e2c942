public import JSONText
public import TradeData

/// What is shipped and what was imported.
public struct DataListAnswer: Sendable {
  public let manifest: Manifest
  /// The sets of the store, by name.
  public let sets: [ImportedSet]

  public init(manifest: Manifest, sets: [ImportedSet]) {
    self.manifest = manifest
    self.sets = sets
  }

  /// The document of `data list`: that of the manifest, and `imported`.
  public var json: JSONValue {
    let imported = JSONValue.array(sets.map { ImportedSetAnswer($0).json })
    guard case .object(let members) = manifest.json else { return manifest.json }
    return .object(members + [("imported", imported)])
  }

  public var text: String {
    sets.isEmpty
      ? manifest.text
      : manifest.text + "\nImported sets\n"
        + sets.map { ImportedSetAnswer($0).text }.joined(separator: "\n")
  }
}
