import JSONText

/// Reports of what an action does, and of lists chosen.
extension Report {
  static func impact(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let title = try place.at("title").text()
    var report = Report(
      kind: .impact, title: title,
      question: "What does this action do to imports, prices, revenue, jobs and welfare in a year, "
        + "against the baseline?")
    let amounts: [(label: String, name: String, unit: Unit)] = [
      ("Imports covered", "covered_imports", .dollars),
      ("Change of imports", "imports_change", .dollars),
      ("Revenue", "revenue", .dollars), ("Revenue before any response", "revenue_static", .dollars),
      ("Buyers' loss", "buyers_loss", .dollars),
      ("Home producers' gain", "producers_gain", .dollars),
      ("Foreign sellers' loss", "foreign_loss", .dollars),
      ("Deadweight loss", "deadweight_loss", .dollars), ("Net welfare", "net_welfare", .dollars),
      ("Price level", "price_level_pct", .percent),
      ("Cost a household", "household_cost", .dollars),
    ]
    for amount in amounts {
      report.figure(amount.label, place.optional(amount.name), amount.unit)
    }
    report.figure(
      "Jobs", place.optional("economy")?.optional("jobs_total_estimate"), .count("jobs"))
    for side in ["bilateral", "total"] {
      report.figure(
        "Trade balance, \(side), change",
        place.optional("balance")?.optional(side)?.optional("change"), .dollars)
    }
    let answer = place.value
    report.draw("who pays") { () throws(JSONShapeError) in try RangeBars.whoPays(impact: answer) }
    report.draw("imports by origin") { () throws(JSONShapeError) in
      try RangeBars.origins(impact: answer)
    }
    report.draw("prices by category") { () throws(JSONShapeError) in
      try RangeBars.prices(impact: answer)
    }
    report.draw("cost by income") { () throws(JSONShapeError) in
      try RangeBars.deciles(impact: answer)
    }
    report.draw("jobs by industry") { () throws(JSONShapeError) in
      try RangeBars.jobs(impact: answer)
    }
    report.draw("what net welfare hangs on") { () throws(JSONShapeError) in
      try Tornado(impact: answer)
    }
    report.tables = try impactTables(place, amounts)
    report.explain(try place.at("left_out").optional("not_modelled"), "Not modelled: ")
    report.explain(place.optional("economy")?.optional("imputed"), "Imputed: ")
    report.explain(place.optional("economy")?.optional("not_seen"), "Not seen: ")
    let vintage = try place.at("vintage")
    report.explain(vintage.optional("horizon_assumes"), "The horizon assumes ")
    report.rests(on: "model", place.optional("model"))
    report.rests(on: "rates of", place.optional("on"))
    report.rests(on: "horizon", place.optional("horizon"))
    report.rests(on: "baseline", vintage.optional("baseline"))
    report.rests(on: "assumptions", vintage.optional("assumptions"))
    report.rests(on: "unverified parameters", vintage.optional("unverified_parameters"))
    report.rests(on: "assumed spreads", vintage.optional("assumed_spreads"))
    report.rests(on: "fitted share of imports", place.optional("fitted_share"))
    report.rests(on: "draws", place.optional("draws"))
    report.rests(on: "seed", place.optional("seed"))
    return report
  }

  private static func impactTables(
    _ place: JSONPlace, _ amounts: [(label: String, name: String, unit: Unit)]
  ) throws(JSONShapeError) -> [Table] {
    // Amounts differ in what they count, so their units stand in a column of their own.
    let units: [Unit: String] = [.dollars: "dollars", .percent: "percent"]
    let main = Table(
      "Amounts",
      [
        .init("amount"), .init("unit"), .init("value", .plain), .init("low", .plain),
        .init("high", .plain),
      ],
      amounts.map { amount in
        let estimate = place.value[amount.name]
        return [
          .text(amount.label), .text(units[amount.unit] ?? ""), .init(estimate?["value"]),
          .init(estimate?["low"]), .init(estimate?["high"]),
        ]
      })
    var tables = [
      main,
      try Table(
        "Measures", of: try place.at("duties"),
        [
          .init("measure", "measure"),
          .init("covered imports", "covered_imports", unit: .money),
          .init("duty", "duty", unit: .money),
        ]),
      try Table(
        "Imports by origin", of: try place.at("imports_by_origin"),
        [
          .init("origin", "origin"), .init("change", "change", unit: .money),
          .init("low", "low", unit: .money), .init("high", "high", unit: .money),
        ]),
    ]
    let others: [(list: String, name: String, fields: [Table.Field])] = [
      (
        "prices", "Prices",
        [
          .init("category", "category"), .init("percent", "pct", unit: .percent),
          .init("low", "pct_low", unit: .percent), .init("high", "pct_high", unit: .percent),
          .init("share of spending", "share", unit: .share),
        ]
      ),
      (
        "deciles", "Households",
        [
          .init("tenth by income", "decile", unit: .whole), .init("cost", "cost", unit: .money),
          .init("percent of income", "pct_of_income", unit: .percent),
          .init("cost, low", "cost_low", unit: .money),
          .init("cost, high", "cost_high", unit: .money),
        ]
      ),
      (
        "jobs", "Jobs",
        [.init("industry", "title"), .init("code", "industry")]
          + ["protected", "upstream", "downstream", "downstream_to_imports", "exports", "total"]
          .map { .init($0.split(separator: "_").joined(separator: " "), $0, unit: .whole) }
          + [
            .init("total, low", "total_low", unit: .whole),
            .init("total, high", "total_high", unit: .whole),
          ]
      ),
      (
        "tornado", "Tornado",
        [.init("assumption", "assumption"), .init("spread assumed", "spread_assumed")]
          + ["low", "high"].flatMap { end in
            [Table.Field("\(end) at", end, "at")]
              + ["net_welfare", "revenue", "buyers_loss", "balance"].map { name in
                .init(
                  "\(name.split(separator: "_").joined(separator: " ")) at \(end)", end, name,
                  unit: .money)
              } + [.init("jobs at \(end)", end, "jobs", unit: .whole)]
          }
      ),
    ]
    for other in others {
      // Another importer's answer holds no economy, one without draws no tornado.
      guard let list = place.optional(other.list) else { continue }
      let table = try Table(other.name, of: list, other.fields)
      if !table.rows.isEmpty { tables.append(table) }
    }
    return tables
  }

  static func design(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let title = try place.at("title").text()
    var report = Report(
      kind: .design, title: title,
      question:
        "Which goods should be on the list, so that the brief is met and buyers at home are "
        + "hurt least?")
    report.figure("Lines", "\(try place.at("lines").integer())")
    report.figure("Imports covered", Unit.dollars.words(try place.at("value").number()))
    if let harm = place.value["harm"]?.number {
      report.figure("Buyers' loss, each line alone", Unit.dollars.words(harm))
    }
    report.figure("Rate", Unit.share.words(try place.at("rate").number()))
    report.figure(
      "Proven",
      try place.at("proven").bool()
        ? "no list is better by more than \(Unit.share.words(try place.at("gap").number()))"
        : "no: a better list by \(Unit.share.words(try place.at("gap").number())) is not ruled out")
    let answer = place.value
    report.draw("the goods by chapter") { () throws(JSONShapeError) in try Treemap(design: answer) }
    report.draw("value against harm") { () throws(JSONShapeError) in
      try FrontierCurve(design: answer)
    }
    let goods: [Table.Field] = [
      .init("code", "hts"), .init("name", "name"), .init("imports", "value", unit: .money),
      .init("partner's share", "partner_share", unit: .share),
      .init("buyers' loss", "harm", unit: .money), .init("net loss", "net_loss", unit: .money),
      .init("sector", "sector"), .init("end use", "end_use"),
      .init("chosen in draws", "chosen_in_draws", unit: .share), .init("reason", "reason"),
    ]
    report.tables = [
      try Table("Goods", of: try place.at("goods"), goods),
      try Table("Next in", of: try place.at("next_in"), goods),
      try Table("Next out", of: try place.at("next_out"), goods),
      try Table(
        "Conditions", of: try place.at("conditions"),
        [
          .init("condition", "condition"), .init("unit", "unit"),
          .init("activity", "activity", unit: .plain), .init("least", "lower", unit: .plain),
          .init("most", "upper", unit: .plain), .init("price", "price", unit: .plain),
        ]),
      try Table(
        "Frontier", of: try place.at("frontier"),
        [
          .init("target", "target", unit: .money), .init("status", "status"),
          .init("imports", "value", unit: .money), .init("buyers' loss", "harm", unit: .money),
          .init("lines", "lines", unit: .whole), .init("gap", "gap", unit: .share),
        ]),
    ]
    report.explain(place.optional("notes"))
    for (label, name) in [
      ("brief", "brief"), ("on", "on"), ("baseline", "baseline"), ("assumptions", "assumptions"),
      ("fitted share of imports", "fitted_share"),
    ] {
      report.rests(on: label, place.optional(name))
    }
    report.rests(on: "draws", place.optional("stability")?.optional("draws"))
    report.rests(on: "seed", place.optional("stability")?.optional("seed"))
    return report
  }

  static func comparison(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let (a, b) = (try place.at("a", "title").text(), try place.at("b", "title").text())
    var report = Report(
      kind: .comparison, title: "\(a) beside \(b)",
      question: "How do the two actions differ in lines, imports covered, revenue and harm?")
    let amounts = try place.at("amounts")
    for (label, name) in [
      ("Imports covered", "covered_imports"), ("Revenue", "revenue"),
      ("Buyers' loss", "buyers_loss"),
      ("Net welfare", "net_welfare"),
    ] {
      report.figure("\(label), A", try amounts.at(name).optional("a"), .dollars)
      report.figure("\(label), B", try amounts.at(name).optional("b"), .dollars)
    }
    let answer = place.value
    report.draw("the amounts") { () throws(JSONShapeError) in try BarPairs(comparison: answer) }
    report.draw("buyers' loss by sector") { () throws(JSONShapeError) in
      try BarPairs.sectors(comparison: answer)
    }
    var sums = Table(
      "Amounts",
      [.init("amount")]
        + ["A", "B", "difference"].flatMap { side in
          [side, "\(side), low", "\(side), high"].map { Table.Column($0, .plain) }
        })
    for (name, value) in amounts.value.object ?? [] {
      sums.append(
        [.text(name)]
          + ["a", "b", "difference"].flatMap { side in
            ["value", "low", "high"].map { .init(value[side]?[$0]) }
          })
    }
    func sides(_ name: String, _ unit: Unit) -> [Table.Field] {
      ["a", "b"].map { .init("\(name), \($0 == "a" ? "A" : "B")", $0, name, unit: unit) }
    }
    func lines(_ title: String, _ name: String) throws(JSONShapeError) -> Table {
      try Table(
        title, of: try place.at("lines", name),
        [.init("code", "hts")] + sides("imports", .money) + sides("duty", .money)
          + sides("rate_change", .share))
    }
    report.tables = [
      sums,
      try Table(
        "By sector", of: try place.at("by_sector"),
        [.init("sector", "sector"), .init("title", "title")] + sides("lines", .whole)
          + sides("imports", .money) + sides("duty", .money) + sides("buyers_loss", .money)),
      try lines("Lines of A alone", "only_a"), try lines("Lines of B alone", "only_b"),
      try lines("Lines of both", "both"),
    ]
    report.explain(place.optional("notes"))
    for (label, name) in [
      ("baseline", "baseline"), ("assumptions", "assumptions"), ("horizon", "horizon"),
      ("draws", "draws"), ("seed", "seed"),
    ] {
      report.rests(on: label, place.optional(name))
    }
    return report
  }
}
