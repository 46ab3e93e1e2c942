import TarifaC
import TarifaCHeader
import TariffLaw
import TradeData

/// The shipped law in one file, and opened from it.
enum PackedBook {
  private static let packed = Result {
    let law = try ShippedFiles.archive("law.tarifa")
    let schedule = try ShippedFiles.archive("schedule.tarifa")
    guard let shared = ShippedFiles.bytes("schedule.tarifa"), schedule.contains("rows") else {
      throw ArchiveError.missingSection("schedule.tarifa")
    }
    return Bytes(
      LawBookFile.bytes(
        laws: try ShippedLaw.importers().map { importer in
          let own = Schedule.section(of: importer)
          return (
            try ShippedLaw.regime(importer),
            law.contains(own) ? try law.section(own).array : nil
          )
        }, schedule: shared.array, countries: try ShippedCountries.codes(),
        conversions: try ShippedConversions.pairs()))
  }

  static func bytes() throws -> Bytes { try packed.get() }

  /// One book for all tests, as it is for all threads of a process.
  static func opened() throws -> OpenedBook { try kept.get() }

  private static let kept = Result { try OpenedBook(bytes(), importer: "us") }
}

/// A handle of the C interface.
final class OpenedBook: @unchecked Sendable {
  // Every function may be called from several threads with the same handle, says the header.
  let handle: OpaquePointer?
  private let bytes: Bytes

  struct Refused: Error, Equatable {
    let code: Int32
    let message: String
  }

  init(_ bytes: Bytes, importer: String?) throws {
    var book: OpaquePointer?
    var message = [CChar](repeating: 0, count: 400)
    let code = bytes.withUnsafeBytes { memory in
      let start = memory.baseAddress?.assumingMemoryBound(to: UInt8.self)
      guard let importer else {
        return TarifaC.open(start, Int64(memory.count), nil, .min, &book, &message, 400)
      }
      return TarifaC.open(start, Int64(memory.count), importer, .min, &book, &message, 400)
    }
    guard code == 0 else { throw Refused(code: code, message: OpenedBook.text(message)) }
    handle = book
    self.bytes = bytes
  }

  deinit { TarifaC.close(handle) }

  static func text(_ message: [CChar]) -> String {
    String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func texts(_ texts: OpaquePointer?) -> [String] {
    defer { textsFree(texts) }
    let count = Int(textsCount(texts))
    var ends = [Int32](repeating: 0, count: count + 1)
    var bytes = [UInt8](repeating: 0, count: Int(textsSize(texts)) + 1)
    textsCopy(texts, &ends, &bytes)
    return (0..<count).map {
      String(decoding: bytes[Int(ends[$0])..<Int(ends[$0 + 1])], as: UTF8.self)
    }
  }

  lazy var statusNames = OpenedBook.texts(statuses())
  lazy var editionNames = OpenedBook.texts(editions(handle))
}
