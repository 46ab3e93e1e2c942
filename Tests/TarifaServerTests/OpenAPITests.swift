import Foundation
import JSONText
import TarifaServer
import TestSupport
import Testing

@Suite struct OpenAPITests {
  /// After a change of the routes: `tarifa serve --openapi > docs/openapi.json`.
  @Test func storedDocumentIsThatOfTheRoutes() async throws {
    let stored = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/openapi.json")
    let text = try String(contentsOf: stored, encoding: .utf8)
    #expect(
      text == OpenAPIDocument().json.text,
      "make it again with 'tarifa serve --openapi > docs/openapi.json'")
    let served = try await ServerFixture().test { try await $0.get("/v1/openapi.json") }
    #expect(String(decoding: served.bytes, as: UTF8.self) == text)
  }

  /// Every parameter is an option or argument of the command that gives the same answer.
  @Test(arguments: Route.all.indices)
  func parametersAreNamedLikeOptions(_ position: Int) throws {
    let route = Route.all[position]
    let names = Set(try HelpDump().arguments(of: route.command).map(\.name))
    #expect(!names.isEmpty)
    let strangers = route.fields.map(\.name).filter { !names.contains($0) }
    #expect(strangers == [], "\(route.path)")
  }

  /// Each path of the document is there, and knows the document's methods alone.
  @Test func pathsAreThere() async throws {
    let paths = try #require(OpenAPIDocument().json["paths"]?.object)
    try await ServerFixture().test { client in
      for (path, methods) in paths {
        let uri = path.replacingOccurrences(of: "{id}", with: "x")
        let refused = try await client.execute(
          uri: uri, method: .delete)
        #expect(refused.status == .methodNotAllowed, "\(path)")
        let known = (methods.object ?? []).map { $0.name.uppercased() }
        let allowed = (refused.headers[.allow] ?? "").split(separator: ", ").map(String.init)
        #expect(Set(known + (known.contains("GET") ? ["HEAD"] : [])) == Set(allowed), "\(path)")
      }
    }
  }
}
