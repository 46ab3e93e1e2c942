import JSONText

/// Reports of what an action does.
extension Report {
  static func impact(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let title = try place.at("title").text()
    var report = Report(
      kind: .impact, title: title,
      question: "What does this action do to imports, prices, revenue, jobs and welfare in a year, "
        + "against the baseline?")
    for amount in ModelAmount.all {
      report.figure(amount.label, place.optional(amount.name), amount.unit)
    }
    report.figure(
      "Jobs", place.optional("economy")?.optional("jobs_total_estimate"), .count("jobs"))
    for (side, label) in [
      ("bilateral", "Trade balance with the partner, change"), ("total", "Trade balance, change"),
    ] {
      report.figure(
        label, place.optional("balance")?.optional(side)?.optional("change"), .dollars)
    }
    report.drawImpact(place.value)
    report.tables = try impactTables(place)
    report.explain(try place.at("left_out").optional("not_modelled"), "Not modelled: ")
    report.explain(place.optional("economy")?.optional("imputed"), "Imputed: ")
    report.explain(place.optional("economy")?.optional("not_seen"), "Not seen: ")
    let vintage = try place.at("vintage")
    report.explain(vintage.optional("horizon_assumes"), "The horizon assumes ")
    report.source("baseline", vintage.optional("baseline"))
    report.source("rates of", place.optional("on"))
    report.source("model", place.optional("model"))
    report.source("assumptions", vintage.optional("assumptions"))
    report.rests(on: "horizon", place.optional("horizon"))
    report.rests(on: "claims", vintage.optional("claims"))
    report.rests(on: "unverified parameters", vintage.optional("unverified_parameters"))
    report.rests(on: "assumed spreads", vintage.optional("assumed_spreads"))
    report.rests(on: "assumed facts", vintage.optional("assumed_facts"))
    report.rests(share: "fitted share of imports", place.optional("fitted_share"))
    report.source("draws", place.optional("draws"))
    report.source("seed", place.optional("seed"))
    return report
  }

  private mutating func drawImpact(_ answer: JSONValue) {
    draw("who pays") { () throws(JSONShapeError) in try RangeBars.whoPays(impact: answer) }
    draw("imports by origin") { () throws(JSONShapeError) in
      try RangeBars.origins(impact: answer)
    }
    draw("prices by category") { () throws(JSONShapeError) in
      try RangeBars.prices(impact: answer)
    }
    draw("cost by income") { () throws(JSONShapeError) in try RangeBars.deciles(impact: answer) }
    draw("jobs by industry") { () throws(JSONShapeError) in try RangeBars.jobs(impact: answer) }
    draw("what net welfare hangs on") { () throws(JSONShapeError) in try Tornado(impact: answer) }
  }

  private static func impactTables(_ place: JSONPlace) throws(JSONShapeError) -> [Table] {
    // Amounts differ in what they count, so their units stand in a column of their own.
    var amounts = Table(
      "Amounts",
      [
        .init("amount"), .init("unit"), .init("value", .plain), .init("low", .plain),
        .init("high", .plain),
      ])
    func add(_ amount: ModelAmount, _ estimate: JSONValue?) {
      guard let estimate, estimate.object != nil else { return }
      amounts.append(
        [.text(amount.label), .text(amount.unitWords)] + ModelAmount.cells(estimate))
    }
    for amount in ModelAmount.all where amount.name != "jobs" {
      add(amount, place.value[amount.name])
    }
    let balance = place.value["balance"]
    add(.init("", "Trade balance with the partner, change"), balance?["bilateral"]?["change"])
    add(.init("", "Trade balance, change"), balance?["total"]?["change"])
    add(.init("", "Jobs", .count("jobs")), place.value["economy"]?["jobs_total_estimate"])
    var tables = [
      amounts,
      try Table(
        "Measures", of: try place.at("duties"),
        [
          .init("measure", "measure"),
          .init("covered imports", "covered_imports", unit: .dollars),
          .init("duty", "duty", unit: .dollars),
        ]),
      try Table(
        "Imports by origin", of: try place.at("imports_by_origin"),
        [
          .init("origin", "origin"), .init("change", "change", unit: .dollars),
          .init("low", "low", unit: .dollars), .init("high", "high", unit: .dollars),
        ]),
    ]
    for (name, title, fields) in impactLists {
      // Another importer's answer holds no economy, one without draws no tornado.
      guard let list = place.optional(name) else { continue }
      let table = try Table(title, of: list, fields)
      if !table.rows.isEmpty { tables.append(table) }
    }
    return tables
  }

  private static let impactLists: [(name: String, title: String, fields: [Table.Field])] = [
    (
      "prices", "Consumer prices",
      [
        .init("category", "category"), .init("percent", "pct", unit: .percent),
        .init("low", "pct_low", unit: .percent), .init("high", "pct_high", unit: .percent),
        .init("share of spending", "share", unit: .share),
      ]
    ),
    (
      "deciles", "Households",
      [
        .init("tenth by income", "decile", unit: .whole), .init("cost", "cost", unit: .dollars),
        .init("percent of income", "pct_of_income", unit: .percent),
        .init("cost, low", "cost_low", unit: .dollars),
        .init("cost, high", "cost_high", unit: .dollars),
      ]
    ),
    (
      "jobs", "Jobs",
      [.init("industry", "title"), .init("code", "industry")]
        + [
          ("total", "total"), ("total, low", "total_low"), ("total, high", "total_high"),
          ("protected", "protected"), ("upstream", "upstream"), ("downstream", "downstream"),
          ("downstream, to imports", "downstream_to_imports"), ("exports", "exports"),
        ].map { .init($0.0, $0.1, unit: .whole) }
        + [.init("output, change", "output_change", unit: .dollars)]
    ),
    (
      "tornado", "Tornado",
      [.init("assumption", "assumption"), .init("spread assumed", "spread_assumed")]
        + ["low", "high"].flatMap { end in
          [Table.Field("\(end) at", end, "at")]
            + [
              ("net welfare", "net_welfare"), ("revenue", "revenue"),
              ("buyers' loss", "buyers_loss"), ("trade balance", "balance"),
            ].map { .init("\($0.0) at \(end)", end, $0.1, unit: .dollars) }
            + [.init("jobs at \(end)", end, "jobs", unit: .whole)]
        }
    ),
    (
      "retaliation", "Answers of partners",
      [
        .init("partner", "partner"), .init("on", "on"), .init("measures", "measures"),
        .init("exports", "exports", unit: .dollars),
        .init("exports covered", "covered_exports", unit: .dollars),
        .init("average rate added", "average_rate_change", unit: .points),
        .init("exports, change", "exports_change", "value", unit: .dollars),
        .init("low", "exports_change", "low", unit: .dollars),
        .init("high", "exports_change", "high", unit: .dollars),
      ]
    ),
    (
      "stages", "Stages",
      [
        .init("on", "on"), .init("imports covered", "covered_imports", unit: .dollars),
        .init("revenue", "revenue", unit: .dollars),
        .init("imports, change", "imports_change", unit: .dollars),
        .init("buyers' loss", "buyers_loss", unit: .dollars),
        .init("net welfare", "net_welfare", unit: .dollars),
      ]
    ),
  ]

  static func comparison(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let (a, b) = (try place.at("a", "title").text(), try place.at("b", "title").text())
    var report = Report(
      kind: .comparison, title: "A: \(a). B: \(b)",
      question: "How do the two actions differ in lines, imports covered, revenue and harm?")
    let amounts = try place.at("amounts")
    for name in ["covered_imports", "revenue", "buyers_loss", "net_welfare"] {
      guard let amount = ModelAmount.all.first(where: { $0.name == name }) else { continue }
      for (side, label) in [("a", "A"), ("b", "B")] {
        report.figure(
          "\(amount.label), \(label)", try amounts.at(name).optional(side), amount.unit)
      }
    }
    let answer = place.value
    report.draw("the amounts") { () throws(JSONShapeError) in try BarGroups(comparison: answer) }
    report.draw("buyers' loss by sector") { () throws(JSONShapeError) in
      try BarGroups.sectors(comparison: answer)
    }
    report.tables = [sums(amounts)]
    for (name, key, title) in [
      ("by_sector", "sector", "By sector"), ("by_section", "section", "By section"),
      ("by_chapter", "hs2", "By chapter"),
    ] {
      guard let list = place.optional(name) else { continue }
      let loss = name == "by_sector" ? sides("buyers' loss", "buyers_loss", .dollars) : []
      report.tables.append(
        try Table(
          title, of: list,
          [.init("code", key), .init("title", "title")] + sides("lines", "lines", .whole)
            + sides("imports", "imports", .dollars) + sides("duty", "duty", .dollars) + loss))
    }
    for (name, title) in [
      ("only_a", "Lines of A alone"), ("only_b", "Lines of B alone"), ("both", "Lines of both"),
    ] {
      report.tables.append(
        try Table(
          title, of: try place.at("lines", name),
          [.code("code", "hts")] + sides("imports", "imports", .dollars)
            + sides("duty", "duty", .dollars) + sides("rate added", "rate_change", .points)))
    }
    report.explain(place.optional("notes"))
    report.source("baseline", place.optional("baseline"))
    for (side, label) in [("a", "rates of A of"), ("b", "rates of B of")] {
      report.source(label, try place.at(side).optional("on"))
    }
    report.source("assumptions", place.optional("assumptions"))
    report.rests(on: "horizon", place.optional("horizon"))
    for side in ["a", "b"] {
      report.rests(
        share: "fitted share of imports of \(side.uppercased())",
        place.optional("fitted_share")?.optional(side))
    }
    report.source("draws", place.optional("draws"))
    report.source("seed", place.optional("seed"))
    return report
  }

  /// A member of both sides, one column each.
  private static func sides(_ title: String, _ name: String, _ unit: Unit) -> [Table.Field] {
    ["a", "b"].map { .init("\(title), \($0.uppercased())", $0, name, unit: unit) }
  }

  private static func sums(_ amounts: JSONPlace) -> Table {
    var sums = Table(
      "Amounts",
      [.init("amount"), .init("unit")]
        + ["A", "B", "B less A"].flatMap { side in
          [side, "\(side), low", "\(side), high"].map { Table.Column($0, .plain) }
        })
    for amount in ModelAmount.all {
      guard let value = amounts.value[amount.name], !value.isNull else { continue }
      sums.append(
        [.text(amount.label), .text(amount.unitWords)]
          + ["a", "b", "difference"].flatMap { ModelAmount.cells(value[$0]) })
    }
    return sums
  }
}
