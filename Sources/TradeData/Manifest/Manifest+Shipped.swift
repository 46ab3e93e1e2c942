import TariffLaw

extension Manifest {
  private static let file = "MANIFEST.csv"

  /// The manifest of the shipped files.
  ///
  /// - Throws: ``ArchiveError`` when it is not shipped, `CSVError` when it is damaged.
  public static func shipped() throws -> Manifest {
    guard let bytes = ShippedFiles.bytes(file) else { throw ArchiveError.missingSection(file) }
    return try Manifest(bytes.array)
  }

  /// The hash of the shipped manifest (SHA-256, hexadecimal), which stands for all shipped files: it holds
  /// their hashes. `nil` when none is shipped.
  public static func shippedHash() -> String? {
    ShippedFiles.bytes(file)?.withUnsafeBytes { SHA256.hexadecimal($0) }
  }
}
