#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The HiGHS library, loaded when it is first needed.
///
/// It is opened by name at run time and not linked, so that a machine without it can do everything
/// else. HiGHS: Huangfu and Hall (2018), Parallelizing the dual revised simplex method.
public final class HighsLibrary: Sendable {
  /// The file that was loaded.
  public let path: String
  /// For example `1.15.1`.
  public let version: String
  let calls: HighsCalls

  /// The library of this file.
  ///
  /// - Throws: ``HighsError`` when the file is absent, cannot be loaded or is not HiGHS.
  public init(path: String) throws(HighsError) {
    guard access(path, R_OK) == 0 else { throw .missing(lookedIn: [path]) }
    guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      throw .unloadable(
        path: path, reason: dlerror().map { String(cString: $0) } ?? "no reason given")
    }
    self.path = path
    // The handle is never closed: the functions are used for as long as the process lives.
    calls = try HighsCalls { name throws(HighsError) in
      guard let symbol = dlsym(handle, name) else {
        throw .incompatible(path: path, function: name)
      }
      return symbol
    }
    version = String(cString: calls.version())
  }

  /// The library as it is installed: of `TARIFA_HIGHS`, else `../lib` beside the executable, else
  /// `.deps/lib` in the current folder or in one above the executable.
  ///
  /// - Throws: ``HighsError/missing(lookedIn:)`` with the places, when it is at none of them.
  public static func installed() throws(HighsError) -> HighsLibrary {
    if let named = getenv("TARIFA_HIGHS") { return try HighsLibrary(path: String(cString: named)) }
    return try HighsLibrary(firstOf: places(of: executable()))
  }

  convenience init(firstOf places: [String]) throws(HighsError) {
    guard let found = places.first(where: { access($0, R_OK) == 0 }) else {
      throw .missing(lookedIn: places)
    }
    try self.init(path: found)
  }

  static func places(of executable: String) -> [String] {
    #if canImport(Darwin)
      let file = "libhighs.dylib"
    #else
      let file = "libhighs.so"
    #endif
    var folders: [String] = [".deps/lib"]
    var above = executable.split(separator: "/").dropLast()
    if !above.isEmpty {
      folders.insert("/" + above.dropLast().joined(separator: "/") + "/lib", at: 0)
    }
    while !above.isEmpty {
      folders.append("/" + above.joined(separator: "/") + "/.deps/lib")
      above = above.dropLast()
    }
    return folders.map { "\($0)/\(file)" }
  }

  private static func executable() -> String {
    #if canImport(Darwin)
      return CommandLine.arguments.first ?? ""
    #else
      guard let path = realpath("/proc/self/exe", nil) else { return "" }
      defer { free(path) }
      return String(cString: path)
    #endif
  }
}
