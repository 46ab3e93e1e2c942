import TariffLaw
import Testing
import TradeAction
import TradeData

struct PartnerLinesTests {
  /// Every dollar is on a line, or in a subheading that the schedule has not.
  @Test func linesHoldEveryDollar() throws {
    let goods = try ShippedPartner.lines(of: "cn", on: "2018-06-16")
    let exports = try ShippedPartner.exports(to: "CN").exports.reduce(0) { $0 + $1.value }
    let held = goods.lines.reduce(0) { $0 + $1.value }
    #expect(abs(held + goods.unmatched - exports) < 1)
    #expect(abs(exports - 129.04e9) < 0.2e9 && goods.year == 2017)
    // Civil aircraft and low-value shipments are exported under codes that no schedule has.
    #expect(goods.unmatched > 0.1 * exports && goods.unmatched < 0.16 * exports)
    #expect(goods.lines.allSatisfy { $0.code.length == 8 && $0.value > 0 })
    #expect(zip(goods.lines, goods.lines.dropFirst()).allSatisfy { $0.code < $1.code })
  }

  /// The rate is that of the day, with what China had laid on by then.
  @Test(arguments: [("2018-06-16", 0.03), ("2018-07-05", 0.03), ("2018-07-06", 0.28)])
  func aRateIsThatOfItsDay(day: String, rate: Double) throws {
    let goods = try ShippedPartner.lines(of: "cn", on: day)
    let code = try HTSCode("12019010")
    let soybeans = try #require(goods.lines.first { $0.code == code })
    #expect(abs(try #require(soybeans.base) - rate) < 1e-12)
    #expect(soybeans.value > 12e9)
  }

  /// Cameras and recorders pay by their price, in a way that is not held: no rate, not a rate of zero.
  @Test func anUnknownRateStaysUnknown() throws {
    let goods = try ShippedPartner.lines(of: "cn", on: "2018-06-16")
    let unknown = goods.lines.filter { $0.base == nil }
    #expect(
      unknown.map(\.code.digits) == [
        "85211020", "85258012", "85258013", "85258022", "85258025", "85258029", "85258032",
        "85258039",
      ])
    #expect(unknown.reduce(0) { $0 + $1.value } > 1e7)
    // Free goods have a rate, and it is zero.
    #expect(goods.lines.count { $0.base == 0 } > 300)
    #expect(goods.lines.allSatisfy { ($0.base ?? 0) >= 0 && ($0.base ?? 0) < 1.5 })
  }

  /// Cotton stands in its parts alone, and is one line.
  @Test func partsOfALineAreOneLine() throws {
    let goods = try ShippedPartner.lines(of: "cn", on: "2018-06-16")
    let schedule = try ShippedPartner.book("cn").schedule
    let day = try #require(Day("2018-06-16"))
    let edition = try #require(schedule.edition(on: day))
    let cotton = try HTSCode("52010000")
    #expect(!schedule.contains(cotton, in: edition))
    #expect(schedule.codes(under: cotton, in: edition).count > 1)
    let line = try #require(goods.lines.first { $0.code == cotton })
    let exports = try ShippedPartner.exports(to: "CN").exports
    let whole = try #require(exports.first { $0.subheading.digits == "520100" })
    #expect(abs(line.value - whole.value) < 1 && line.base != nil)
  }

  /// Of exports to Canada the listed goods alone are held: the message says what, where and what to do.
  @Test func exportsOfListedGoodsAloneAreRefused() throws {
    let error = try #require(throws: ActionError.self) {
      try ShippedPartner.lines(of: "ca", on: "2025-03-05")
    }
    for words in ["baseline: exports-2024", "CA", "the goods on its lists alone", "answers"] {
      #expect("\(error)".contains(words), "\(error)")
    }
  }

  @Test func whatTheLawHasNotIsRefused() throws {
    #expect(throws: ActionError.self) {
      try ShippedPartner.lines(of: "cn", on: "2017-06-16")
    }
    let error = try #require(throws: ActionError.self) {
      try ShippedPartner.lines(of: "cn", from: "XX", on: "2018-06-16")
    }
    #expect("\(error)".contains("XX"))
  }
}
