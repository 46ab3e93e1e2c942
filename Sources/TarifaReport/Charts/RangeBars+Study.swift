public import JSONText

/// Pictures of what goes around a list.
extension RangeBars {
  /// The lines of a notice by chapter, from the answer of `annex`: the chapters with most.
  ///
  /// - Throws: ``JSONShapeError`` when the answer lists no lines, as where all goods are meant.
  public static func lines(annex answer: JSONValue, most: Int = 20) throws(JSONShapeError)
    -> RangeBars
  {
    let place = JSONPlace(answer)
    var order: [String] = []
    var counts: [String: Int] = [:]
    for section in try place.at("measures").items() {
      for chapter in try section.at("chapters").items() {
        let name = "\(try chapter.at("hs2").text()) \(try chapter.at("title").text())"
        if counts[name] == nil { order.append(name) }
        counts[name, default: 0] += try chapter.at("lines").items().count
      }
    }
    guard !order.isEmpty else { throw try place.at("measures").lacking("a measure with lines") }
    let rows = order.map { Row($0, Double(counts[$0] ?? 0)) }
    return RangeBars(
      title: "Lines of the notice by chapter",
      subtitle: "\(try place.at("title").text()). Rate lines; "
        + (rows.count > most ? "the \(most) chapters with most." : "every chapter listed."),
      rows: largest(rows, most), unit: .count("lines"), isEstimated: false)
  }

  /// What revenue does if an origin is spared alone, from the answer of `exemptions`.
  ///
  /// - Throws: ``JSONShapeError`` when no origin is spared.
  public static func revenue(
    exemptions answer: JSONValue, most: Int = 15
  ) throws(JSONShapeError) -> RangeBars {
    try spared(
      answer, "revenue_change", "Change of revenue by sparing an origin", isSigned: true, most)
  }

  /// What comes through an origin if it is spared alone, from the answer of `exemptions`.
  ///
  /// - Throws: ``JSONShapeError`` when no origin is spared.
  public static func leakage(
    exemptions answer: JSONValue, most: Int = 15
  ) throws(JSONShapeError) -> RangeBars {
    try spared(answer, "leakage", "What leaks through a spared origin", isSigned: false, most)
  }

  private static func spared(
    _ answer: JSONValue, _ name: String, _ title: String, isSigned: Bool, _ most: Int
  ) throws(JSONShapeError) -> RangeBars {
    let place = JSONPlace(answer)
    let list = try place.at("origins")
    var rows: [Row] = []
    for origin in try list.items() {
      rows.append(try Row(try origin.at("origin").text(), estimate: try origin.at(name)))
    }
    guard !rows.isEmpty else { throw list.lacking("a list of at least one origin") }
    return RangeBars(
      title: title,
      subtitle: "Dollars a year, each origin spared alone, against every origin charged"
        + (rows.count > most ? "; the \(most) largest." : "."),
      rows: largest(rows, most), unit: .dollars, isSigned: isSigned)
  }

  /// What buyers lose with the list as each revision leaves it, from the answer of `rotate`.
  ///
  /// - Throws: ``JSONShapeError`` when there is no revision.
  public static func loss(rotation answer: JSONValue) throws(JSONShapeError) -> RangeBars {
    let place = JSONPlace(answer)
    let list = try place.at("revisions")
    var rows = [Row("The list as it is", try place.at("list", "buyers_loss").number())]
    for revision in try list.items() {
      rows.append(
        Row(
          "Revision \(try revision.at("number").integer()), \(try revision.at("on").text())",
          try revision.at("buyers_loss_after").number()))
    }
    guard rows.count > 1 else { throw list.lacking("a list of at least one revision") }
    return RangeBars(
      title: "Buyers' loss after each revision", subtitle: "Dollars a year, the list together.",
      rows: rows, unit: .dollars)
  }
}
