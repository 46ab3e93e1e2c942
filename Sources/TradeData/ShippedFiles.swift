internal import EmbeddedData
public import TariffLaw

/// The data files that are part of the executable.
public enum ShippedFiles {
  /// The names, in the order of embedding.
  public static var names: [String] {
    (0..<tarifa_embedded_count()).map { String(cString: tarifa_embedded_at($0).name) }
  }

  /// The bytes of a file; `nil` when it is not shipped.
  public static func bytes(_ name: String) -> Bytes? {
    for index in 0..<tarifa_embedded_count() {
      let file = tarifa_embedded_at(index)
      guard String(cString: file.name) == name, let start = file.bytes else { continue }
      return Bytes(permanent: UnsafeRawBufferPointer(start: start, count: file.count))
    }
    return nil
  }

  /// The archive in a file.
  ///
  /// - Throws: ``ArchiveError`` when the file is not shipped or damaged.
  public static func archive(_ name: String) throws(ArchiveError) -> Archive {
    guard let bytes = bytes(name) else { throw .missingSection(name) }
    return try Archive(bytes)
  }
}
