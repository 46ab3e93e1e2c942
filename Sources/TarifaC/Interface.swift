public import TarifaCHeader
import TariffLaw

// The functions of tarifa.h, which says what they do.

@_cdecl("tarifa_abi_version")
public func abiVersion() -> Int32 { TARIFA_ABI_VERSION }

@_cdecl("tarifa_open")
public func open(
  _ bytes: UnsafePointer<UInt8>?, _ length: Int64, _ importer: UnsafePointer<CChar>?,
  _ knownOn: Int32, _ book: UnsafeMutablePointer<OpaquePointer?>?,
  _ error: UnsafeMutablePointer<CChar>?, _ errorSize: Int64
) -> Int32 {
  answering(error, errorSize) {
    guard let bytes, length >= 0, let importer, let book else {
      throw Misuse("no bytes, no importer, or no place for the book")
    }
    let borrowed = Bytes(permanent: UnsafeRawBufferPointer(start: bytes, count: Int(length)))
    let library = try LawLibrary(
      borrowed, importer: String(cString: importer),
      knownOn: knownOn == .min ? nil : Day(number: knownOn))
    book.pointee = retained(library)
  }
}

@_cdecl("tarifa_close")
public func close(_ book: OpaquePointer?) {
  if let book { Unmanaged<LawLibrary>.fromOpaque(UnsafeRawPointer(book)).release() }
}

@_cdecl("tarifa_price")
public func price(
  _ book: OpaquePointer?, _ entries: UnsafePointer<tarifa_entries>?,
  _ answers: UnsafeMutablePointer<tarifa_answers>?,
  _ texts: UnsafeMutablePointer<OpaquePointer?>?, _ error: UnsafeMutablePointer<CChar>?,
  _ errorSize: Int64
) -> Int32 {
  answering(error, errorSize) {
    guard let book, let entries, let answers, let texts else {
      throw Misuse("no book, no entries, or no place for answers and texts")
    }
    let library = Unmanaged<LawLibrary>.fromOpaque(UnsafeRawPointer(book)).takeUnretainedValue()
    let details = try library.withPricer { try $0.price(entries.pointee, &answers.pointee) }
    texts.pointee = retained(TextList(details))
  }
}

@_cdecl("tarifa_editions")
public func editions(_ book: OpaquePointer?) -> OpaquePointer? {
  guard let book else { return nil }
  return retained(
    Unmanaged<LawLibrary>.fromOpaque(UnsafeRawPointer(book)).takeUnretainedValue().editions)
}

@_cdecl("tarifa_statuses")
public func statuses() -> OpaquePointer? {
  retained(
    TextList(EntryStatus.allCases.sorted { $0.number < $1.number }.map(\.rawValue)))
}

@_cdecl("tarifa_texts_count")
public func textsCount(_ texts: OpaquePointer?) -> Int64 {
  list(texts).map { Int64($0.ends.count - 1) } ?? 0
}

@_cdecl("tarifa_texts_size")
public func textsSize(_ texts: OpaquePointer?) -> Int64 {
  list(texts).map { Int64($0.bytes.count) } ?? 0
}

@_cdecl("tarifa_texts_copy")
public func textsCopy(
  _ texts: OpaquePointer?, _ offsets: UnsafeMutablePointer<Int32>?,
  _ bytes: UnsafeMutablePointer<UInt8>?
) {
  guard let list = list(texts) else { return }
  offsets?.update(from: list.ends, count: list.ends.count)
  bytes?.update(from: list.bytes, count: list.bytes.count)
}

@_cdecl("tarifa_texts_free")
public func textsFree(_ texts: OpaquePointer?) {
  if let texts { Unmanaged<TextList>.fromOpaque(UnsafeRawPointer(texts)).release() }
}

private func list(_ texts: OpaquePointer?) -> TextList? {
  texts.map { Unmanaged<TextList>.fromOpaque(UnsafeRawPointer($0)).takeUnretainedValue() }
}

/// A pointer that holds an object until it is freed.
private func retained(_ object: AnyObject) -> OpaquePointer {
  OpaquePointer(Unmanaged.passRetained(object).toOpaque())
}

/// Does the work of a function, and turns an error into its code and message.
private func answering(
  _ message: UnsafeMutablePointer<CChar>?, _ size: Int64, _ work: () throws -> Void
) -> Int32 {
  do {
    try work()
    return Int32(TARIFA_OK)
  } catch {
    if let message, size > 0 {
      let text = "\(error)".utf8.prefix(Int(size) - 1)
      var end = 0
      for byte in text {
        message[end] = CChar(bitPattern: byte)
        end += 1
      }
      message[end] = 0
    }
    return Int32(error is Misuse ? TARIFA_MISUSE : TARIFA_DAMAGED)
  }
}
