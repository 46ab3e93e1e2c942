#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// librsvg and cairo, which make pixels of drawings, loaded when they are first needed.
///
/// They are opened by name at run time and not linked, so that a machine without them can do
/// everything else.
public final class PictureLibrary: Sendable {
  /// The files that are loaded; the second draws for the first.
  private static let names = ["librsvg-2.so.2", "libcairo.so.2"]
  private static let loaded = Result { () throws(PictureError) in try PictureLibrary(names) }

  private let calls: PictureCalls

  /// The library as it is installed.
  ///
  /// - Throws: ``PictureError/missing(library:)`` where it is not.
  public static func installed() throws(PictureError) -> PictureLibrary { try loaded.get() }

  /// - Parameter names: of the files, as the loader finds them.
  package init(_ names: [String]) throws(PictureError) {
    // The handles are never closed: the functions are used for as long as the process lives.
    var handles: [UnsafeMutableRawPointer] = []
    for name in names {
      guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else {
        throw .missing(library: name)
      }
      handles.append(handle)
    }
    let opened = handles
    calls = try PictureCalls { function throws(PictureError) in
      for handle in opened {
        if let symbol = dlsym(handle, function) { return symbol }
      }
      throw .incompatible(library: names.joined(separator: " and "), function: function)
    }
  }

  /// A picture of a drawing (PNG), in the light colours.
  ///
  /// - Parameters:
  ///   - drawing: Scalable Vector Graphics with a size of its own.
  ///   - scale: pixels for each unit of the drawing.
  /// - Throws: ``PictureError/refused(_:)`` when it cannot be read, or is larger than a picture can be.
  public func png(_ drawing: String, scale: Double = 2) throws(PictureError) -> [UInt8] {
    let bytes = Array(drawing.utf8)
    guard !bytes.isEmpty, let handle = calls.handle(bytes, UInt(bytes.count), nil) else {
      throw .refused("it is no readable SVG")
    }
    defer { calls.release(handle) }
    var (width, height) = (0.0, 0.0)
    guard calls.size(handle, &width, &height) != 0, width > 0, height > 0 else {
      throw .refused("it has no size")
    }
    let size = (width: (width * scale).rounded(.up), height: (height * scale).rounded(.up))
    // More than cairo can hold in a picture.
    guard size.width < 32_768, size.height < 32_768 else {
      throw .refused(
        "it is \(Int(width)) by \(Int(height)) units, too large at a scale of \(scale)")
    }
    return try picture(of: handle, size)
  }

  private func picture(
    of handle: PictureCalls.Object, _ size: (width: Double, height: Double)
  ) throws(PictureError) -> [UInt8] {
    let colours: CInt = 0  // CAIRO_FORMAT_ARGB32
    guard let surface = calls.surface(colours, CInt(size.width), CInt(size.height)) else {
      throw .refused("there is no room for it in memory")
    }
    defer { calls.releaseSurface(surface) }
    guard calls.surfaceStatus(surface) == 0, let context = calls.context(surface) else {
      throw .refused("there is no room for it in memory")
    }
    let isDrawn = calls.render(handle, context, [0, 0, size.width, size.height], nil)
    calls.releaseContext(context)
    guard isDrawn != 0 else { throw .refused("it is no drawing") }
    var output: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &output) { target in
      calls.writePNG(
        surface,
        { target, piece, count in
          guard let target else { return 11 }  // CAIRO_STATUS_WRITE_ERROR
          target.assumingMemoryBound(to: [UInt8].self).pointee
            .append(contentsOf: UnsafeBufferPointer(start: piece, count: Int(count)))
          return 0
        }, target)
    }
    guard status == 0 else { throw .refused("cairo says \(status)") }
    return output
  }
}
