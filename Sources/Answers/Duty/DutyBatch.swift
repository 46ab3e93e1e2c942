import TabularText
public import TariffLaw

/// Prices a file of entries: one row out for each row in, in order, refused rows included.
public struct DutyBatch: Sendable {
  private let book: LawBook
  private let knownOn: Day?

  /// The columns written.
  public static let header = [
    "id", "status", "rate", "additional_rate", "rate_low", "rate_high", "duty", "edition", "detail",
  ]

  public init(book: LawBook, knownOn: Day? = nil) {
    self.book = book
    self.knownOn = knownOn
  }

  /// Counts of rows by status.
  public struct Summary: Sendable {
    public internal(set) var rows = 0
    public internal(set) var byStatus: [EntryStatus: Int] = [:]
  }

  /// - Parameters:
  ///   - input: comma-separated text with the columns `id,hts,origin,date,value,quantity,unit,
  ///     claims,facts`; the last five may be missing. Several claims or facts are separated by `;`.
  ///   - write: takes the output in pieces.
  /// - Throws: ``RequestError`` when the file itself cannot be read; a bad row is an answer.
  public func price(
    _ input: [UInt8], write: ([UInt8]) throws -> Void
  ) throws -> Summary {
    var reader = CSVReader(input)
    guard let header = try reader.next() else {
      throw RequestError(field: "--batch", message: "the file is empty; it needs a header")
    }
    let columns = try Columns(header)
    var writer = CSVWriter()
    var summary = Summary()
    writer.append(Self.header)
    while let fields = try reader.next() {
      let row = try priced(fields, columns, line: reader.line, &summary)
      writer.append(row)
      if writer.bytes.count > 1 << 16 { try write(writer.drain()) }
    }
    try write(writer.drain())
    return summary
  }

  private struct Columns {
    let id, hts, origin, date: Int
    let value, quantity, unit, claims, facts: Int?

    init(_ header: [String]) throws(RequestError) {
      func need(_ name: String) throws(RequestError) -> Int {
        guard let position = header.firstIndex(of: name) else {
          throw RequestError(
            field: "--batch",
            message: "line 1: there is no column '\(name)'; the columns are id, hts, origin, date, "
              + "value, quantity, unit, claims, facts")
        }
        return position
      }
      id = try need("id")
      hts = try need("hts")
      origin = try need("origin")
      date = try need("date")
      value = header.firstIndex(of: "value")
      quantity = header.firstIndex(of: "quantity")
      unit = header.firstIndex(of: "unit")
      claims = header.firstIndex(of: "claims")
      facts = header.firstIndex(of: "facts")
    }
  }

  private func priced(
    _ fields: [String], _ columns: Columns, line: Int, _ summary: inout Summary
  ) throws -> [String] {
    func list(_ position: Int?) -> [String] {
      fields.field(position).split(separator: ";").map(String.init)
    }
    let id = fields.field(columns.id)
    let request = DutyRequest(
      hts: fields.field(columns.hts), origin: fields.field(columns.origin),
      on: fields.field(columns.date), value: fields.field(columns.value),
      quantity: fields.field(columns.quantity), unit: fields.field(columns.unit),
      claims: list(columns.claims), facts: list(columns.facts))
    summary.rows += 1
    let assessment: Assessment
    do {
      assessment = try book.assess(try request.entry(in: book), knownOn: knownOn)
    } catch let error as RequestError {
      summary.byStatus[.badRow, default: 0] += 1
      return [id, EntryStatus.badRow.rawValue, "", "", "", "", "", "", "line \(line): \(error)"]
    }
    summary.byStatus[assessment.status, default: 0] += 1
    let total = assessment.total
    func text(_ value: Fraction?) -> String { value?.decimalText() ?? "" }
    return [
      id, assessment.status.rawValue, text(total.rate), text(total.additionalRate),
      text(total.rateLow), text(total.rateHigh), total.duty?.moneyText ?? "",
      assessment.edition ?? "", DutyBatch.detail(assessment),
    ]
  }

  /// The headings that count; for an entry without a full answer, what is missing.
  private static func detail(_ assessment: Assessment) -> String {
    switch assessment.status {
    case .ok, .inadmissible:
      assessment.lines.filter { $0.status == .applied && !$0.isColumn }
        .map { $0.heading ?? $0.measure }.joined(separator: " ")
    case .needsFacts: assessment.questions.map(\.text).joined(separator: " ")
    default: assessment.warnings.joined(separator: " ")
    }
  }
}
