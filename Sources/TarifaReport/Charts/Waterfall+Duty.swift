public import JSONText

extension Waterfall {
  /// The duty on one entry, from the answer of `duty`: in shares of the value where every line that
  /// applies has a rate, else in dollars. Lines that hang on facts which are not stated are named
  /// without an amount.
  ///
  /// - Throws: ``JSONShapeError`` when the answer lacks its lines, or both the total and its bounds, as
  ///   where nothing can be said of the entry.
  public init(duty answer: JSONValue) throws(JSONShapeError) {
    let place = JSONPlace(answer)
    let lines = try place.at("lines").items()
    let total = try place.at("total")
    let rates = total.range("rate_low", "rate_high")
    let byRate =
      (total.optional("rate") != nil || rates != nil)
      && lines.allSatisfy { $0.value["status"]?.string != "applied" || $0.optional("rate") != nil }
    let name = byRate ? "rate" : "duty"
    var steps: [Step] = []
    for line in lines {
      guard let kind = Waterfall.kind(try line.at("status").text()) else { continue }
      let isCounted = kind == .applied || kind == .assumed
      let heading = line.optional("heading").flatMap(\.value.string).map { "\($0) " } ?? ""
      let amount = isCounted ? line.optional(name) : byRate ? line.optional("would_be_rate") : nil
      steps.append(
        Step(
          label: heading + (try line.at("title").text()),
          amount: try amount.map { place throws(JSONShapeError) in try place.number() }, kind: kind,
          reason: try line.at("reason").text()))
    }
    let range = byRate ? rates : total.range("duty_low", "duty_high")
    let sum = total.value[name]?.number
    guard sum != nil || range != nil else {
      throw try total.at(name).lacking("a number, or else both bounds,")
    }
    self.init(
      title: "Duty on \(CodeWords.dotted(try place.at("hts").text())) from "
        + "\(try place.at("origin").text()) on \(try place.at("on").text())",
      subtitle: place.optional("goods").flatMap(\.value.string) ?? "",
      steps: steps, total: sum, range: range,
      unit: byRate ? .share : .money)
  }

  /// What a status of a line means for the picture; `nil` for lines that have no part in it.
  private static func kind(_ status: String) -> Kind? {
    switch status {
    case "applied": .applied
    case "needs-facts": .assumed
    case "displaced": .displaced
    case "void": .void
    default: nil
    }
  }
}
