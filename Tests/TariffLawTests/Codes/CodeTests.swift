import TariffLaw
import Testing

struct CodeTests {
  @Test func codesReadWithAndWithoutDots() throws {
    let code = try HTSCode("8482.10.50.44")
    #expect(try HTSCode("8482105044") == code)
    #expect(code.digits == "8482105044")
    #expect(code.dotted == "8482.10.50.44")
    #expect(code.prefix(8).dotted == "8482.10.50")
    #expect(try HTSCode("0101").digits == "0101")
    #expect(code.chapter == 84)
  }

  @Test(arguments: [
    "", "8", "848", "84821", "8482.1", "8482.10.", ".8482", "84 82", "84821050441", "8482..10",
    "848A",
  ])
  func malformedCodesAreRefused(text: String) {
    #expect(throws: CodeError.self) { try HTSCode(text) }
  }

  @Test func aPrefixSortsJustBeforeWhatItContains() throws {
    let sorted = ["01", "0101", "010121", "01012100", "0101210010", "0102", "02"]
    let codes = try sorted.map { try HTSCode($0) }
    #expect(codes.shuffled().sorted() == codes)
    #expect(codes[0].contains(codes[4]))
    #expect(!codes[5].contains(codes[4]))
  }

  @Test func daysRoundTripThroughTheCalendar() {
    var day = Day(year: 1996, month: 1, day: 1)
    var count = 0
    while let current = day, current.year < 2030 {
      let (year, month, number) = current.yearMonthDay
      #expect(Day(year: year, month: month, day: number) == current)
      #expect(Day(current.description) == current)
      day = current.advanced(by: 1)
      count += 1
    }
    #expect(count == 12_419)
    #expect(Day("2019-02-29") == nil)
    #expect(Day("2020-02-29") != nil)
    #expect(Day("2020-13-01") == nil)
    #expect(Day("20-01-01") == nil)
  }

  @Test func goodsListsDecideByTheLongestPrefix() throws {
    let list = try GoodsList([
      .init(code: try HTSCode("8482")), .init(code: try HTSCode("84821050"), included: false),
      .init(code: try HTSCode("8482105044")),
    ])
    #expect(list.contains(try HTSCode("8482800000")) == true)
    #expect(list.contains(try HTSCode("8482105048")) == false)
    #expect(list.contains(try HTSCode("8482105044")) == true)
    #expect(list.contains(try HTSCode("84821050")) == nil)
    #expect(list.contains(try HTSCode("8483")) == false)
  }

  @Test func duplicateGoodsAreRefused() throws {
    let code = try HTSCode("8482")
    #expect(throws: DuplicateGoods.self) {
      try GoodsList([.init(code: code), .init(code: code, included: false)])
    }
  }
}
