import Foundation
import JSONText
import TarifaServer
import TestSupport
import Testing

/// The server and the command give the same bytes for the same question.
@Suite(.serialized) struct SameBytesTests {
  static let entry = [("hts", "8482.10.50.44"), ("origin", "CN"), ("on", "2018-07-06")]

  private static let escalation = """
    id: short
    title: One round
    importer: us
    rounds:
      - {name: first, actions: [us-301-list-1], answered: yes}

    """

  private static let plan = """
    id: short
    title: A billion less
    importer: US
    partner: CN
    target: 1000000000
    scaled-to: 2017
    instruments: [uniform-tariff, purchases=phase-one-2020]

    """

  /// Questions for each route; a value of "true" stands for a flag.
  static let questions: [(path: String, given: [(String, String)])] = [
    ("duty", entry + [("value", "10000")]),
    ("duty", [("hts", "7208.10.15.00"), ("origin", "CA"), ("on", "2025-06-04"), ("fees", "true")]),
    (
      "duty",
      [
        ("hts", "8703.23.01.90"), ("origin", "MX"), ("on", "2025-05-01"), ("claim", "USMCA"),
        ("fact", "us-content=40"),
      ]
    ),
    ("duty", [("hts", "9999.99.99.99"), ("origin", "CN"), ("on", "2018-07-06")]),
    ("history", [("hts", "8482.10.50.44"), ("origin", "CN")]),
    ("goods", [("words", "ball bearings"), ("most", "7")]),
    ("goods", [("under", "8482"), ("on", "2018-07-06")]),
    ("brief", [("brief", "brief-us-301-list-3")]),
    ("law/measures", [("authority", "section-301"), ("on", "2018-07-06")]),
    ("law/measures", [("importer", "cn")]),
    ("rates", [("on", "2018-07-06"), ("hts", "8482"), ("origin", "CN"), ("origin", "DE")]),
    ("rates/changes", [("from", "2018-07-05"), ("to", "2018-07-06"), ("origin", "CN")]),
    ("rates/etr", [("from", "2018-07-01"), ("to", "2018-07-31")]),
    ("case", [("file", "us-301-china-2017"), ("on", "2018-04-10")]),
    ("law/book", []),
    ("law/book", [("importer", "cn")]),
    ("data/list", []),
    ("actions", []),
    ("assess", [("action", "us-301-list-1")]),
    ("assess", [("action", "us-301-list-2"), ("model", "smart")]),
    ("design", [("brief", "brief-us-cn-30bn"), ("brisk", "true")]),
    ("world/assess", [("action", "us-301-list-1"), ("base", "2017-7x44"), ("draws", "2")]),
    ("world/assess", [("action", "tpp-11")]),
    (
      "world/game",
      [("home", "US"), ("partner", "CN"), ("by", "uniform"), ("base", "2017-7x44")]
    ),
    ("world/escalate", [("escalation", escalation), ("base", "2017-7x44")]),
    ("deficit", [("plan", plan), ("base", "2017-7x44")]),
    ("diff", [("a", "us-301-list-1"), ("b", "us-301-list-2")]),
    ("annex", [("action", "us-301-list-2")]),
    ("exclusions", [("action", "us-301-list-2"), ("granted", "true")]),
    ("exemptions", [("action", "us-232-metals-2018"), ("origin", "CA")]),
    (
      "rotate",
      [("action", "us-301-list-2"), ("every", "180"), ("first", "120"), ("revisions", "1")]
    ),
  ]

  @Test func everyRouteIsAsked() {
    #expect(Set(Self.questions.map(\.path)) == Set(Route.all.map(\.path)))
  }

  @Test(arguments: questions.indices)
  func sameBytes(_ position: Int) async throws {
    let (path, given) = Self.questions[position]
    let route = try #require(Route.all.first { $0.path == path })
    let fixture = try ServerFixture()
    let printed = try BuiltCommand.run(try Self.arguments(route, given, fixture))
    #expect(!printed.output.isEmpty)

    let forms = try await fixture.test { client in
      switch route.method {
      case .get: return [try await client.get("\(route.fullPath)?\(ServerFixture.form(given))")]
      case .post:
        return [
          try await client.post(route.fullPath, Self.object(given, of: route).text),
          try await client.post(
            route.fullPath, ServerFixture.form(given), type: "application/x-www-form-urlencoded"),
        ]
      }
    }
    for answer in forms {
      #expect(answer.bytes == printed.output)
      #expect(answer.status.code == (printed.code == 0 ? 200 : 422))
    }
  }

  /// The command's arguments for the same question, by what it says of itself.
  private static func arguments(
    _ route: Route, _ given: [(String, String)], _ fixture: ServerFixture
  ) throws -> [String] {
    let known = try HelpDump().arguments(of: route.command)
    var arguments = route.command
    for (name, value) in given {
      let argument = try #require(known.first { $0.name == name }, "\(route.path): \(name)")
      if argument.isPositional {
        arguments.append(value)
      } else {
        arguments += argument.isFlag ? ["--\(name)"] : ["--\(name)", value]
      }
    }
    return arguments + ["--json"]
  }

  /// The same question as JSON: lists for what repeats, true for flags, numbers for numbers.
  private static func object(_ given: [(String, String)], of route: Route) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = []
    for field in route.fields {
      let values = given.filter { $0.0 == field.name }.map { _, text -> JSONValue in
        switch field.kind {
        case .flag: .bool(text == "true")
        case .whole, .share: .number(text)
        case .text, .choice: .string(text)
        }
      }
      if field.repeats, !values.isEmpty {
        members.append((field.name, .array(values)))
      } else if let value = values.first {
        members.append((field.name, value))
      }
    }
    return .object(members)
  }
}
