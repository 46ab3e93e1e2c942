import Answers
import JSONText
import TariffLaw
import Testing
import TradeData

@Suite struct GoodsAnswerTests {
  static let book: Result<(LawBook, GoodsIndex), any Error> = Result {
    let schedule = try ShippedLaw.schedule(of: "us")
    let book = LawBook(
      regime: try ShippedLaw.regime("us"), schedule: schedule,
      countries: try ShippedCountries.codes(), conversions: ShippedConversions.pairs)
    let edition = try #require(schedule.edition(on: day))
    return (
      book, try GoodsIndex(schedule, edition: edition, names: try HarmonizedSystem.shipped())
    )
  }
  static let day = Day("2026-03-01") ?? Day(number: 0)

  static func ask(_ words: String = "", under: String = "", most: Int = 1000) throws -> GoodsAnswer
  {
    let (book, index) = try book.get()
    return try GoodsAnswer(
      GoodsRequest(words: words, under: under, most: most), on: day, book: book, index: index)
  }

  /// What kind of good it is says the heading: bearings come before steel for making them.
  @Test func bearingsAreFoundByTheirWords() throws {
    let answer = try Self.ask("ball bearings")
    #expect(answer.goods.prefix(5).allSatisfy { $0.code.digits.hasPrefix("8482") })
    #expect(answer.goods.first?.code.dotted == "8482.10.10")
    #expect(try Self.ask("Bearing BALL").found == answer.found)
  }

  /// The same lines as a plain reading of the whole schedule finds.
  @Test(arguments: ["ball bearings", "telephone", "steel wire rope", "frozen shrimp", "of"])
  func nothingIsMissed(_ words: String) throws {
    let (book, index) = try Self.book.get()
    let names = try HarmonizedSystem.shipped()
    let stems = words.split(separator: " ").map { word in
      word.hasSuffix("s") && word.count > 4 ? String(word.dropLast()) : String(word)
    }
    var expected: Set<String> = []
    let edition = try #require(book.schedule.edition(on: Self.day))
    for line in try book.schedule.lines(in: edition) {
      let text = "\(line.text) \(names.name(of: line.code) ?? "")".lowercased()
      let all = text.split { !$0.isLetter && !$0.isNumber }
      if stems.allSatisfy({ stem in all.contains { $0.hasPrefix(stem) } }) {
        expected.insert(line.code.prefix(8).digits)
      }
    }
    let answer = try GoodsAnswer(
      GoodsRequest(words: words, most: 1000), on: Self.day, book: book, index: index)
    #expect(answer.found == expected.count)
    #expect(answer.goods.allSatisfy { expected.contains($0.code.digits) })
  }

  /// Every line lies under one chapter, one heading, one subheading.
  @Test func theTreeHoldsEveryLine() throws {
    let (book, index) = try Self.book.get()
    let edition = try #require(book.schedule.edition(on: Self.day))
    func total(_ goods: [GoodsPlace]) -> Int {
      goods.reduce(0) { $0 + $1.below + ($1.general == nil ? 0 : 1) }
    }
    let chapters = try Self.ask().goods
    #expect(total(chapters) == (try book.schedule.lines(in: edition)).count)
    for chapter in chapters.shuffled(seed: 3).prefix(12) {
      let headings = try Self.ask(under: chapter.code.digits).goods
      #expect(total(headings) == chapter.below)
      for heading in headings.prefix(2) {
        #expect(total(try Self.ask(under: heading.code.digits).goods) == heading.below)
      }
    }
    _ = index
  }

  @Test func aCodeIsAPlace() throws {
    let answer = try Self.ask("8482.10.50")
    #expect(answer.goods.first?.code.dotted == "8482.10.50")
    #expect(answer.goods.first?.general == "9%")
    #expect(answer.goods.dropFirst().allSatisfy { $0.code.digits.hasPrefix("84821050") })
    #expect(answer.above.map(\.code.digits) == ["84", "8482", "848210"])
    // The digit that is still being typed does not count.
    #expect(try Self.ask("8482.1").above.map(\.code.digits) == ["84", "8482"])
  }

  @Test func wrongCodesAreNamed() throws {
    #expect { try Self.ask(under: "84x") } throws: { ($0 as? RequestError)?.field == "under" }
    #expect { try Self.ask("steel", most: 0) } throws: { ($0 as? RequestError)?.field == "most" }
    #expect(try Self.ask("xyzzy").goods.isEmpty)
  }
}

extension Array {
  fileprivate func shuffled(seed: UInt64) -> [Element] {
    var (items, state) = (self, seed)
    for place in items.indices.dropLast() {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      items.swapAt(place, place + Int(state >> 33) % (items.count - place))
    }
    return items
  }
}
