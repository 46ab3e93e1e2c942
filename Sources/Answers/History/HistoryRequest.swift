import TariffLaw

/// A question about the life of a code as text, from the command line or the web.
public struct HistoryRequest: Hashable, Sendable {
  public var hts: String
  /// The schedule alone is told when `nil`.
  public var origin: String?
  /// Both by default the ends of the law held.
  public var from: String?
  public var to: String?
  public var claims: [String]
  /// `name=value`
  public var facts: [String]

  public init(
    hts: String, origin: String? = nil, from: String? = nil, to: String? = nil,
    claims: [String] = [], facts: [String] = []
  ) {
    self.hts = hts
    self.origin = origin
    self.from = from
    self.to = to
    self.claims = claims
    self.facts = facts
  }

  /// The question read: the code, the days, and the entry to assess on each of them.
  struct Reading {
    let code: HTSCode
    let span: ClosedRange<Day>
    /// `nil` without an origin.
    let entry: Entry?
  }

  /// - Throws: ``RequestError`` naming the field and how to mend it.
  func reading(in book: LawBook) throws(RequestError) -> Reading {
    let span = try book.span(from: try day(from, "from"), to: try day(to, "to"))
    let code: HTSCode
    do {
      code = try HTSCode(hts.trimmingSpaces)
    } catch {
      throw RequestError(field: "hts", message: "\(error)")
    }
    guard code.length >= 8 else {
      throw RequestError(
        field: "hts",
        message: "\(code.dotted) has \(code.length) digits; give a rate line of eight or all ten")
    }
    let life = book.schedule.life(of: code)
    guard !life.isEmpty else {
      throw RequestError(field: "hts", message: try unknown(code, on: span.upperBound, book))
    }
    guard let origin else {
      guard claims.isEmpty, facts.isEmpty else {
        throw RequestError(
          field: "origin", message: "is missing; a claim or a fact bears on an entry of an origin")
      }
      return Reading(code: code, span: span, entry: nil)
    }
    // Components that a fact may name are those of the rates on a day the code is there.
    let days = book.regime.daysOfChange(in: span, schedule: book.schedule)
    let alive = days.last { day in
      book.schedule.edition(on: day).map { book.schedule.isAlive(code, in: $0) } ?? false
    }
    let entry = try DutyRequest(
      hts: hts, origin: origin, on: "\(alive ?? span.lowerBound)", claims: claims, facts: facts
    ).entry(in: book)
    if let countries = book.countries, !countries.contains(entry.origin) {
      throw RequestError(
        field: "origin",
        message:
          "'\(entry.origin)' is no ISO 3166-1 code of a country; use the two letters, as in CN"
      )
    }
    return Reading(code: code, span: span, entry: entry)
  }

  private func day(_ text: String?, _ field: String) throws(RequestError) -> Day? {
    guard let text else { return nil }
    guard let day = Day(text.trimmingSpaces) else {
      throw RequestError(field: field, message: "'\(text)' is not a day; write YYYY-MM-DD")
    }
    return day
  }

  private func unknown(
    _ code: HTSCode, on day: Day, _ book: LawBook
  ) throws(RequestError) -> String {
    guard let edition = book.schedule.edition(on: day) else { return "there is no such code" }
    do {
      return try book.unknownCode(code, in: edition)
    } catch {
      throw RequestError(field: "hts", message: "\(error)")
    }
  }
}
