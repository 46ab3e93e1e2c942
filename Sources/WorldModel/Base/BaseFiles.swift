/// The files of a world base, wherever they lie.
public struct BaseFiles: Sendable {
  /// The bytes of a file by its name without an ending, and the name it has; `nil` when it is not there.
  private let open: @Sendable (String) throws(BaseError) -> (name: String, bytes: [UInt8])?

  public init(
    _ open: @escaping @Sendable (String) throws(BaseError) -> (name: String, bytes: [UInt8])?
  ) {
    self.open = open
  }

  /// A file that must be there.
  package func table(_ name: String) throws(BaseError) -> BaseTable {
    guard let table = try optionalTable(name) else {
      throw BaseError(
        name + ".csv", "the file is missing; a base needs countries, sectors, trade and tariffs")
    }
    return table
  }

  package func optionalTable(_ name: String) throws(BaseError) -> BaseTable? {
    guard let file = try open(name) else { return nil }
    return try BaseTable(name: file.name, bytes: file.bytes)
  }
}
