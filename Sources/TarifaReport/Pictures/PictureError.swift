/// Why a drawing did not become a picture.
public enum PictureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The loader finds no such library.
  case missing(library: String)
  /// The library lacks a function that is called.
  case incompatible(library: String, function: String)
  /// The drawing is refused, or has no size.
  case refused(String)

  public var description: String {
    switch self {
    case .missing(let library):
      "pictures need the library \(library), which is not installed; run scripts/setup, or install "
        + "Debian's package librsvg2-2"
    case .incompatible(let library, let function):
      "\(library) has no function \(function); version 2.52 or later of librsvg is needed"
    case .refused(let reason): "the drawing cannot be made a picture: \(reason)"
    }
  }
}
