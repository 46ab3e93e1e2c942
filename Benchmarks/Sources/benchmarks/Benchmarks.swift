import Answers
import TariffLaw
import TradeData

/// Times the sweeps against the full assessment of the same cells and entries.
@main
enum Benchmarks {
  static func main() throws {
    let book = LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes())
    try oneEntry(book)
    for day in ["2019-09-24", "2025-04-09", "2026-05-01"] { try panel(book, day) }
    try entries(book)
  }

  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let time = try clock.measure { try work() }
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  private static func report(_ what: String, _ time: Double, _ baseline: Double, per: String) {
    print(
      "\(what): \(time * 1e9) ns \(per); assessed one by one \(baseline * 1e9) ns; "
        + "\(baseline / time) times as fast")
  }

  private static func oneEntry(_ book: LawBook) throws {
    guard let day = Day("2025-05-15"), let origin = CountryCode("CN") else { return }
    let entry = Entry(
      code: try HTSCode("7208.10.15.00"), origin: origin, day: day, value: Fraction(10_000))
    _ = try book.assess(entry)
    let count = 1000
    let time = try seconds { for _ in 0..<count { _ = try book.assess(entry) } }
    print("one entry of seven layers, explained, warm: \(time / Double(count) * 1e6) microseconds")
  }

  private static func panel(_ book: LawBook, _ text: String) throws {
    guard let day = Day(text) else { return }
    let origins = (book.countries ?? []).sorted()
    let maker = PanelMaker(book)
    var cells = 0
    let time = try seconds {
      let panel = try maker.panel(on: day, origins: origins)
      cells = panel.codes.count * panel.origins.count
    }
    let panel = try maker.panel(on: day, origins: origins)
    // The baseline on every five-thousandth cell of the same panel.
    var sampled = 0
    let baseline = try seconds {
      for cell in stride(from: 0, to: cells, by: 4999) {
        let entry = Entry(
          code: panel.codes[cell % panel.codes.count],
          origin: origins[cell / panel.codes.count], day: day)
        _ = try book.assess(entry)
        sampled += 1
      }
    }
    report(
      "panel of \(day), \(cells) cells", time / Double(cells), baseline / Double(sampled),
      per: "a cell")
  }

  private static func entries(_ book: LawBook) throws {
    guard let first = Day("2025-01-01") else { return }
    let table = Table("imports", in: try ShippedFiles.archive("flows-2024.tarifa"))
    let codes = try table.integers("code")
    let census = try table.texts("origin")
    let value = try table.integers("value")
    var origins: [String: CountryCode] = [:]
    for country in try ShippedCountries.all() { origins[country.census] = country.code }
    var entries: [Entry] = []
    for row in codes.indices {
      guard let code = HTSCode(packed: UInt64(bitPattern: codes[row])),
        let origin = origins[census[row]]
      else { continue }
      entries.append(
        Entry(
          code: code, origin: origin, day: first.advanced(by: row % 599),
          value: Fraction(Int(value[row]))))
    }
    let pricer = EntryPricer(PricingTables(book))
    let cold = try seconds { for entry in entries { _ = try pricer.price(entry) } }
    let warm = try seconds { for entry in entries { _ = try pricer.price(entry) } }
    let sample = entries.enumerated().filter { $0.offset % 199 == 0 }.map(\.element)
    let baseline = try seconds { for entry in sample { _ = try book.assess(entry) } }
    let count = Double(entries.count)
    report(
      "\(entries.count) entries, cold", cold / count, baseline / Double(sample.count),
      per: "an entry")
    report("the same, warm", warm / count, baseline / Double(sample.count), per: "an entry")
  }
}
