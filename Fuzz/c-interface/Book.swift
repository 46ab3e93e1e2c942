import Finding
import Foundation
import LawFiles
import TarifaC
import TariffLaw

/// The law of the tests' country in one file, opened once.
struct Book: @unchecked Sendable {
  static let shared = Book()

  /// The bytes of the file; they are never freed, as the book borrows them.
  let file: [UInt8]
  let handle: OpaquePointer?
  let editions: Int

  private init() {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Tests/Fixtures/law").path
    do {
      let schedule = try LawArchive.compile(LawFolder(folder))
      let archive = try Archive(Bytes(schedule))
      let regime = try Regime(decoding: archive.section("xx"))
      let countries = ["AA", "BB", "CC", "CN", "US"].compactMap { CountryCode($0) }
      file = LawBookFile.bytes(
        laws: [(regime: regime, schedule: nil)],
        schedule: try archive.section(Schedule.section(of: "xx")).array,
        countries: Set(countries), conversions: SubheadingConversions([]))
    } catch {
      fatalError("the law of the tests does not compile: \(error)")
    }
    let (code, opened, message) = Book.open(file, keeping: true)
    hold(code == 0, "the law of the tests does not open: \(message)")
    handle = opened
    let texts = TarifaC.editions(opened)
    editions = Int(textsCount(texts))
    textsFree(texts)
  }

  /// - Parameter keeping: whether the bytes stay, for a book that is used after the call.
  static func open(
    _ file: [UInt8], keeping: Bool
  ) -> (code: Int32, book: OpaquePointer?, message: String) {
    let place = UnsafeMutablePointer<UInt8>.allocate(capacity: file.count)
    place.initialize(from: file, count: file.count)
    defer { if !keeping { place.deallocate() } }
    var book: OpaquePointer?
    var message = [CChar](repeating: 0x7F, count: 200)
    let code = TarifaC.open(place, Int64(file.count), "xx", .min, &book, &message, 200)
    if code == 0, !keeping { close(book) }
    return (code, book, text(message))
  }

  static func text(_ message: [CChar]) -> String {
    String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func texts(_ texts: OpaquePointer?) -> [String] {
    defer { textsFree(texts) }
    let count = Int(textsCount(texts))
    var ends = [Int32](repeating: 0, count: count + 1)
    var bytes = [UInt8](repeating: 0, count: Int(textsSize(texts)))
    textsCopy(texts, &ends, &bytes)
    hold(ends[0] == 0 && Int(ends[count]) == bytes.count, "texts end at \(ends) of \(bytes.count)")
    return (0..<count).map {
      String(decoding: bytes[Int(ends[$0])..<Int(ends[$0 + 1])], as: UTF8.self)
    }
  }
}
