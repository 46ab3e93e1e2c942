import JSONText

extension Report {
  /// A cut of a bilateral deficit by each instrument of a plan.
  static func deficit(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let regions = try RegionNames(place)
    let partner = regions.name(try place.at("partner").text())
    var report = Report(
      kind: .deficit, title: try place.at("title").text(),
      question: "What does each instrument take to cut the deficit with \(partner) by so much, and "
        + "what is left after diversion and an answer?")
    let deficit = try place.at("deficit")
    report.figure("Wanted", try place.at("target").number(), nil, .dollars)
    report.figure("Deficit in goods", try deficit.at("goods").number(), nil, .dollars)
    if let own = deficit.optional("unscaled") {
      report.figure("In the base itself", try own.number(), nil, .dollars)
    }
    for instrument in try place.at("instruments").items()
    where try instrument.at("reached").bool() {
      let unit = try instrument.at("unit").text()
      report.figure(
        "\(try instrument.at("name").text()): \(unit)", try instrument.at("use").number(), nil,
        unit.hasPrefix("rate") ? .points : .plain)
    }
    report.charts = [
      try BarGroups.cuts(deficit: place), try BarGroups.incomes(deficit: place),
    ]
    report.tables = try deficitTables(place)
    for instrument in try place.at("instruments").items() {
      report.explain(
        instrument.optional("reason"), "\(try instrument.at("name").text()) does not reach it: ")
    }
    report.explain(place.optional("warnings"))
    try report.restsOnWorld(place)
    return report
  }

  private static func deficitTables(_ place: JSONPlace) throws(JSONShapeError) -> [Table] {
    var totals = Table(
      "Total balance by rule, assumed",
      [.init("instrument"), .init("rule"), .init("cut of the total deficit", .dollars)])
    for instrument in try place.at("instruments").items() {
      for total in try instrument.at("net_total_by_rule").items() {
        totals.append([
          .init(instrument.value["name"]), .init(total.value["rule"]), .init(total.value["change"]),
        ])
      }
    }
    return [
      try Table(
        "Instruments", of: try place.at("instruments"),
        [
          .init("instrument", "name"), .init("reached", "reached"),
          .init("use", "use", unit: .plain),
          .init("unit of use", "unit"), .init("gross cut", "gross", unit: .dollars),
          .init("after diversion", "net_bilateral", unit: .dollars),
          .init("after an answer", "net_bilateral_answered", unit: .dollars),
          .init("total deficit, cut (assumed)", "net_total", unit: .dollars),
        ] + before("revenue", "revenue") + [
          .init("income of the importer", "importer_real_income_pct", unit: .percent),
          .init("income of the partner", "partner_real_income_pct", unit: .percent),
          .init("importer, answered", "importer_real_income_answered_pct", unit: .percent),
          .init("partner, answered", "partner_real_income_answered_pct", unit: .percent),
          .init("why not", "reason"),
        ]),
      totals,
    ]
  }
}
