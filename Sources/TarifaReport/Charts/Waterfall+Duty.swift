public import JSONText

extension Waterfall {
  /// The duty on one entry, from the answer of `duty`: in shares of the value where every line has a
  /// rate, else in dollars.
  ///
  /// - Throws: ``JSONShapeError`` when the answer lacks the total or its lines, as where nothing can
  ///   be said of the entry.
  public init(duty answer: JSONValue) throws(JSONShapeError) {
    let place = JSONPlace(answer)
    let lines = try place.at("lines").items()
    let total = try place.at("total")
    let byRate =
      total.optional("rate") != nil
      && lines.allSatisfy { line in
        !Waterfall.isCounted(line) || line.optional("rate") != nil
      }
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
    let low = total.value["\(name)_low"]?.number
    let high = total.value["\(name)_high"]?.number
    let range: ClosedRange<Double>? =
      if let low, let high, low <= high { low...high } else { nil }
    self.init(
      title: "Duty on \(CodeWords.dotted(try place.at("hts").text())) from "
        + "\(try place.at("origin").text()) on \(try place.at("on").text())",
      subtitle: place.optional("goods").flatMap(\.value.string) ?? "",
      steps: steps, total: try total.at(name).number(), range: range,
      unit: byRate ? .share : .money)
  }

  private static func isCounted(_ line: JSONPlace) -> Bool {
    let kind = line.value["status"]?.string.flatMap(Waterfall.kind)
    return kind == .applied || kind == .assumed
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
