import Foundation

/// Where the store is.
public enum StoreLocation {
  /// The path given, else `TARIFA_STORE`, else the data folder of the XDG base directories:
  /// `$XDG_DATA_HOME/tarifa/store.sqlite`, by default under `~/.local/share`.
  ///
  /// - Parameter environment: that of the process by default.
  /// - Throws: ``StoreError`` when none of them says where.
  public static func path(
    _ given: String?, environment: [String: String]? = nil
  ) throws(StoreError) -> String {
    let environment = environment ?? ProcessInfo.processInfo.environment
    if let given {
      guard !given.isEmpty else { throw StoreError("--store: the path is empty") }
      return given
    }
    if let path = environment["TARIFA_STORE"], !path.isEmpty { return path }
    // The specification ignores a folder that is not absolute.
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return data + "/tarifa/store.sqlite"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw StoreError("there is no home folder for the store; give --store or set TARIFA_STORE")
    }
    return home + "/.local/share/tarifa/store.sqlite"
  }
}
