import TabularText
import TariffLaw

/// What a worker keeps for one importer: its pricer, the rows it has rendered, the claims and facts it
/// has read.
struct BatchLedger {
  let book: LawBook
  private let editions: [[UInt8]]
  private let pricer: EntryPricer
  private var rendered: [Rendered?] = []
  var claims: [String: [String]] = [:]
  var facts: [String: [String: FactValue]] = [:]

  /// A row without its id, duty and edition.
  private struct Rendered {
    let status: EntryStatus
    let start: [UInt8]
    let end: [UInt8]
  }

  init(_ tables: PricingTables) {
    book = tables.book
    editions = book.schedule.editions.map { Array($0.id.utf8) }
    pricer = EntryPricer(tables)
  }

  /// Prices an entry and writes its row after the id.
  mutating func price(_ entry: Entry, into output: inout [UInt8]) throws -> EntryStatus {
    let answer = try pricer.price(entry)
    let row: Rendered
    let duty: Fraction?
    switch answer.source {
    case .own(let priced):
      row = render(priced)
      duty = priced.total.duty
    case .shared(let position):
      let priced = pricer.shared[position]
      duty = entry.value.flatMap { priced.duty(on: $0) } ?? priced.total.duty
      row = renderedRow(position, priced)
    }
    output += row.start
    if let duty { PlainFields.append(money: duty, to: &output) }
    output.append(UInt8(ascii: ","))
    if let edition = answer.edition { output += editions[edition] }
    output += row.end
    return row.status
  }

  private mutating func renderedRow(_ position: Int, _ priced: PricedEntry) -> Rendered {
    if position < rendered.count, let known = rendered[position] { return known }
    while rendered.count <= position { rendered.append(nil) }
    let row = render(priced)
    rendered[position] = row
    return row
  }

  private func render(_ priced: PricedEntry) -> Rendered {
    func text(_ value: Fraction?) -> String { value?.decimalText() ?? "" }
    let total = priced.total
    var start = CSVWriter()
    start.append([
      "", priced.status.rawValue, text(total.rate), text(total.additionalRate),
      text(total.rateLow), text(total.rateHigh), "",
    ])
    var end = CSVWriter()
    end.append(["", priced.detail])
    return Rendered(status: priced.status, start: Array(start.bytes.dropLast()), end: end.bytes)
  }
}
