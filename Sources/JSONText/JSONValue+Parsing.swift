extension JSONValue {
  /// Reads JSON (RFC 8259) strictly: members keep their order and numbers their digits, so that
  /// text this package wrote is written again byte for byte.
  ///
  /// An object that has a name twice is refused; names are compared as texts are, so that two ways
  /// to encode one accented letter are the same name.
  ///
  /// - Throws: ``JSONError`` with the place of the first thing that is wrong.
  public init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
    let read = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, JSONError> in
      var parser = JSONParser(buffer, limits: limits)
      do throws(JSONError) {
        return .success(try parser.document())
      } catch {
        return .failure(error)
      }
    }
    self = try read.get()
  }
}
