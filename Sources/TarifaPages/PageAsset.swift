import EmbeddedPages

/// A file that pages refer to. Its address holds a hash of its content, so that a browser may keep it.
public struct PageAsset: Sendable {
  public let path: String
  public let type: String
  public let bytes: [UInt8]

  public static let style = PageAsset(
    "style", "css", "text/css; charset=utf-8", Self.bytes(tarifa_page_style()))
  public static let script = PageAsset(
    "page", "js", "text/javascript; charset=utf-8", Self.bytes(tarifa_page_script()))
  public static let all = [style, script]

  private init(_ name: String, _ ending: String, _ type: String, _ bytes: [UInt8]) {
    // FNV-1a, 64 bits: an address, no proof.
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    path = "/assets/\(name)-\(String(hash, radix: 16)).\(ending)"
    self.type = type
    self.bytes = bytes
  }

  static func bytes(_ file: tarifa_page_file) -> [UInt8] {
    Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
