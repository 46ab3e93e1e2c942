public import JSONText

extension Treemap {
  /// The chosen goods by chapter, from the answer of `design`: area is yearly imports covered, shade
  /// buyers' loss in percent of that.
  ///
  /// - Throws: ``JSONShapeError`` when the answer holds no goods, as where a brief cannot be met.
  public init(design answer: JSONValue) throws(JSONShapeError) {
    let place = JSONPlace(answer)
    let goods = try place.at("goods").items()
    guard !goods.isEmpty else { throw try place.at("goods").lacking("a list of at least one good") }
    var chapters: [String: [Item]] = [:]
    for good in goods {
      let code = try good.at("hts").text()
      let value = try good.at("value").number()
      let harm = good.value["harm"]?.number
      chapters[String(code.prefix(2)), default: []].append(
        Item(
          code: CodeWords.dotted(code), name: try good.at("name").text(), value: value,
          shade: value > 0 ? harm.map { $0 / value * 100 } : nil))
    }
    self.init(
      title: "Chosen goods by chapter",
      subtitle:
        "\(try place.at("title").text()). Imports a year, \(try place.at("baseline").text()).",
      groups: chapters.map { Group(name: "Chapter \($0.key)", items: $0.value) }, unit: .dollars,
      shadeTitle: "buyers' loss in percent of the imports covered", shadeUnit: .percent)
  }
}
