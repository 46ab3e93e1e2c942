public import JSONText
import TariffLaw

extension StepLine {
  /// The rate of a code from day to day, from the answer of `history`.
  ///
  /// - Throws: ``JSONShapeError`` when the answer has no intervals, or they no days.
  public init(history answer: JSONValue) throws(JSONShapeError) {
    let place = JSONPlace(answer)
    var intervals: [Interval] = []
    for item in try place.at("intervals").items() {
      var causes: [String] = []
      for cause in try item.at("causes").items() { causes.append(try cause.at("text").text()) }
      intervals.append(
        Interval(
          from: try item.at("from").day(), until: try item.at("until").day(),
          value: item.value["rate"]?.number, range: item.range("rate_low", "rate_high"),
          causes: causes))
    }
    guard let last = intervals.last else {
      throw try place.at("intervals").lacking("a list of at least one interval")
    }
    let origin = place.optional("origin").flatMap(\.value.string).map { " from \($0)" } ?? ""
    let goods = try place.at("intervals").items().last?.optional("goods")?.value.string
    self.init(
      title: "Rate of duty on \(CodeWords.dotted(try place.at("hts").text()))\(origin)",
      subtitle: (goods.map { "\($0). " } ?? "") + "All duties of the law together, by day, up to "
        + "\(last.until).",
      intervals: intervals, unit: .share)
  }
}
