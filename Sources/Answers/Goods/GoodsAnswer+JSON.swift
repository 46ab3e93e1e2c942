public import JSONText

extension GoodsAnswer {
  public var json: JSONValue {
    .object([
      ("words", .string(request.words)), ("under", .string(request.under)),
      ("on", .string("\(on)")),
      ("edition", .string(edition)), ("above", .array(above.map(Self.json))),
      ("goods", .array(goods.map(Self.json))), ("found", .integer(found)),
    ])
  }

  private static func json(_ place: GoodsPlace) -> JSONValue {
    .object([
      ("hts", .string(place.code.digits)), ("text", .string(place.text)),
      ("source", .string(place.source.rawValue)), ("context", .string(place.context)),
      ("general", .text(place.general)), ("below", .integer(place.below)),
    ])
  }
}
