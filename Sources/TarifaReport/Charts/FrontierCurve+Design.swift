public import JSONText

extension FrontierCurve {
  /// Imports covered against buyers' loss at other targets, from the answer of `design`.
  ///
  /// - Throws: ``JSONShapeError`` when the answer holds no chosen list or no frontier.
  public init(design answer: JSONValue) throws(JSONShapeError) {
    let place = JSONPlace(answer)
    func point(_ place: JSONPlace) throws(JSONShapeError) -> Point {
      Point(
        value: try place.at("value").number(), harm: try place.at("harm").number(),
        note: Unit.count("lines").words(try place.at("lines").number()))
    }
    let targets = try place.at("frontier").items()
    var points: [Point] = []
    for target in targets where target.optional("value") != nil { points.append(try point(target)) }
    self.init(
      title: "Value against harm",
      subtitle:
        "\(try place.at("title").text()). The list that is best by the brief, at each target.",
      points: points, chosen: try point(place), valueTitle: "Imports covered a year",
      harmTitle: "Buyers' loss a year", unit: .dollars, missing: targets.count - points.count)
  }
}
