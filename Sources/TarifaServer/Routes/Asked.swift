public import JSONText

/// An answer as it goes out.
public struct Asked: Sendable {
  public let document: JSONValue
  /// Why the document answers nothing, where it does not.
  public let refusal: String?
  /// The bytes that the command line prints with `--json`.
  let bytes: [UInt8]
  /// A strong validator of the bytes and of what made them.
  let tag: EntityTag

  init(_ document: (json: JSONValue, refusal: String?)) {
    self.document = document.json
    refusal = document.refusal
    bytes = Array(document.json.text.utf8)
    tag = EntityTag(of: bytes)
  }
}
