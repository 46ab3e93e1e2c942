/// Why HiGHS cannot be used.
public enum HighsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The library is at none of these places.
  case missing(lookedIn: [String])
  /// The file is there, and the loader refuses it.
  case unloadable(path: String, reason: String)
  /// The library lacks a function that is called: another version, or not HiGHS.
  case incompatible(path: String, function: String)
  /// A call was refused.
  case refused(call: String)

  public var description: String {
    switch self {
    case .missing(let places):
      "the HiGHS library is missing (looked in \(places.joined(separator: ", "))); "
        + "run scripts/setup, or name the file in TARIFA_HIGHS"
    case .unloadable(let path, let reason):
      "the HiGHS library \(path) cannot be loaded: \(reason); run scripts/setup again"
    case .incompatible(let path, let function):
      "\(path) has no function \(function); HiGHS 1.15.1 is needed, run scripts/setup again"
    case .refused(let call):
      "HiGHS refused the call \(call)"
    }
  }
}
