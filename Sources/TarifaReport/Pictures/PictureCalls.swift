/// The functions of librsvg and cairo that are called, found by name.
struct PictureCalls: Sendable {
  typealias Object = UnsafeMutableRawPointer
  /// A `GError`: a domain, a code and a message.
  typealias Fault = UnsafeMutablePointer<UnsafeMutableRawPointer?>
  typealias Write =
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt8>?, CUnsignedInt) -> CInt

  let handle: @convention(c) (UnsafePointer<UInt8>, UInt, Fault?) -> Object?
  let size:
    @convention(c) (Object, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> CInt
  /// Handle, context, and the rectangle it fills as four doubles.
  let render: @convention(c) (Object, Object, UnsafePointer<Double>, Fault?) -> CInt
  let release: @convention(c) (Object) -> Void
  /// Format, width and height in pixels.
  let surface: @convention(c) (CInt, CInt, CInt) -> Object?
  let surfaceStatus: @convention(c) (Object) -> CInt
  let writePNG: @convention(c) (Object, Write, UnsafeMutableRawPointer?) -> CInt
  let releaseSurface: @convention(c) (Object) -> Void
  let context: @convention(c) (Object) -> Object?
  let releaseContext: @convention(c) (Object) -> Void

  /// - Parameter find: the address of a function by its name.
  init(
    _ find: (String) throws(PictureError) -> UnsafeMutableRawPointer
  ) throws(PictureError) {
    handle = unsafeBitCast(try find("rsvg_handle_new_from_data"), to: type(of: handle))
    size = unsafeBitCast(
      try find("rsvg_handle_get_intrinsic_size_in_pixels"), to: type(of: size))
    render = unsafeBitCast(try find("rsvg_handle_render_document"), to: type(of: render))
    release = unsafeBitCast(try find("g_object_unref"), to: type(of: release))
    surface = unsafeBitCast(try find("cairo_image_surface_create"), to: type(of: surface))
    surfaceStatus = unsafeBitCast(
      try find("cairo_surface_status"), to: type(of: surfaceStatus))
    writePNG = unsafeBitCast(
      try find("cairo_surface_write_to_png_stream"), to: type(of: writePNG))
    releaseSurface = unsafeBitCast(
      try find("cairo_surface_destroy"), to: type(of: releaseSurface))
    context = unsafeBitCast(try find("cairo_create"), to: type(of: context))
    releaseContext = unsafeBitCast(try find("cairo_destroy"), to: type(of: releaseContext))
  }
}
