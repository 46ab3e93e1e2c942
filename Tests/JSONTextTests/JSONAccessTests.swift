import JSONText
import Testing

struct JSONAccessTests {
  private static let text = """
    {"balance": {"total": {"change": 2.5, "after": null}}, "lines": [{"rate": "free"}], "ok": true}
    """

  private static func document() throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

  @Test func valuesAreReachedByNameAndKind() throws {
    let document = try Self.document()
    #expect(document["balance"]?["total"]?["change"]?.number == 2.5)
    #expect(document["balance"]?["total"]?["after"]?.isNull == true)
    #expect(document["lines"]?.array?.first?["rate"]?.string == "free")
    #expect(document["ok"]?.bool == true)
    #expect(document["none"] == nil && document["ok"]?["x"] == nil && document["ok"]?.number == nil)
    #expect(document.object?.map(\.name) == ["balance", "lines", "ok"])
  }

  @Test func aPlaceKnowsItsPath() throws {
    let place = JSONPlace(try Self.document())
    #expect(try place.at("balance", "total", "change").number() == 2.5)
    #expect(try place.at("ok").bool())
    #expect(try JSONPlace(.number("3.0")).integer() == 3)
    for text in ["2.5", "1e300"] {
      #expect(throws: JSONShapeError.self) { try JSONPlace(.number(text)).integer() }
    }
    #expect(try place.at("balance", "total").optional("after") == nil)
    #expect(place.optional("none") == nil)
    let line = try #require(try place.at("lines").items().first)
    #expect(try line.at("rate").text() == "free")
    #expect(throws: JSONShapeError(path: "lines[0].rate", expected: "a number", found: "'free'")) {
      try line.at("rate").number()
    }
    #expect(
      throws: JSONShapeError(path: "balance.total.low", expected: "a value", found: "nothing")
    ) {
      try place.at("balance", "total", "low")
    }
    #expect(throws: JSONShapeError(path: "ok", expected: "an object", found: "true")) {
      try place.at("ok", "deeper")
    }
    #expect(throws: JSONShapeError(path: "", expected: "a list", found: "an object")) {
      try place.items()
    }
    #expect(
      "\(JSONShapeError(path: "", expected: "a list", found: "null"))"
        == "the document: a list is needed, found null")
  }
}
