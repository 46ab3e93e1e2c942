import Foundation
import JSONText
import Questions
import TarifaPages
import TariffLaw
import TradeData

/// What pages ask for beside the answer they show.
struct PageDesk: Sendable {
  let reception: Reception
  /// Answers that rest on what is shipped alone. A document takes up several times its text.
  private let recent = RecentlyMade<Asked>(most: 8_000_000) { $0.bytes.count }
  private let shippedCountries: Result<[DutyForm.Country], Problem>

  /// - Throws: ``Problem`` where the shipped table is damaged: a form without countries would be of no use.
  var countries: [DutyForm.Country] { get throws(Problem) { try shippedCountries.get() } }

  var vintage: PageVintage { .current }

  init(reception: Reception) {
    self.reception = reception
    shippedCountries = Result { () throws(ArchiveError) in
      try ShippedCountries.all().map { ($0.code.text, $0.name) }.sorted { $0.name < $1.name }
    }.mapError { Problem(.fault, "\($0)") }
  }

  func route(_ path: String) throws -> Route {
    guard let route = Route.all.first(where: { $0.path == path }) else {
      throw Problem(.missing, "there is no question '\(path)'")
    }
    return route
  }

  func ask(_ path: String, _ given: [Route.Parameter]) async throws -> Asked {
    try await reception.ask(try route(path), given)
  }

  /// The answer to a question whose answer is the same as long as the program runs: the law's and the shipped
  /// actions', never the store's. Several pages and each of their pictures ask for it.
  func lasting(_ path: String, _ given: [Route.Parameter]) async throws -> Asked {
    let key = path + PageQuery.address(given)
    return try await recent.value(key) { (try await ask(path, given), isKept: true) }
  }

  /// The day a form begins with: today, or the last that law is held for.
  func day() async throws -> String {
    let until = try await reception.run(reception.quick) { [desk = reception.desk] in
      Result { () throws(Refusal) in try desk.book(LawTerms()).regime.span.last }
        .mapError { Problem($0, of: []) }
    }.get()
    let seconds = Date().timeIntervalSince1970
    let today = Day(number: Int32(clamping: Int(seconds / 86_400)))
    return "\(min(today, until ?? today))"
  }

  /// Shipped actions, briefs or cases.
  func shipped(_ kinds: String...) async throws -> [(id: String, title: String)] {
    let document = try await lasting("actions", []).document
    return kinds.flatMap { kind in
      (document[kind]?.array ?? []).compactMap { entry in
        guard let id = entry["id"]?.string, let title = entry["title"]?.string else { return nil }
        return (id, title)
      }
    }
  }

  /// The brief of an id or a text as a form.
  func brief(_ text: String) async throws -> BriefForm {
    BriefForm(try await ask("brief", [("brief", Self.document(text))]).document)
  }

  /// A document in one line, as forms carry it, as the questions take it: with lines.
  static func document(_ text: String) -> String {
    guard text.first == "{", let value = try? JSONValue(parsing: Array(text.utf8)) else {
      return text
    }
    return value.text
  }

  /// A page made away from the threads that all requests share.
  func render(_ make: @escaping @Sendable () throws -> String) async throws -> String {
    try await reception.run(reception.quick) { Result(catching: make) }.get()
  }

  /// Parameters as the object that a scenario keeps.
  static func object(_ given: [Route.Parameter], of route: Route) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = []
    for field in route.fields {
      let texts = given.filter { $0.name == field.name }.map { JSONValue.string($0.text) }
      guard let first = texts.first else { continue }
      members.append((field.name, field.repeats ? .array(texts) : first))
    }
    return .object(members)
  }
}
