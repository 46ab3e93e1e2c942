import JSONText

/// An action or an agreement through the world model, and what all reports about worlds share.
extension Report {
  /// What every list of countries of such an answer shows.
  static let countryFields: [Table.Field] =
    [.init("country", "name"), .init("code", "code")]
    + [
      ("real income", "real_income_pct"), ("real wage", "real_wage_pct"),
      ("price index", "price_index_pct"), ("terms of trade", "terms_of_trade_pct"),
      ("volume of trade", "volume_of_trade_pct"),
      ("welfare, linear measure", "linear_welfare_pct"),
    ].map { .init($0.0, $0.1, unit: .percent) }

  static let flowFields: [Table.Field] =
    [
      ("exports", "exports"), ("imports", "imports"), ("tariff revenue", "revenue"),
      ("total balance (assumed)", "balance"),
    ].flatMap { before($0.0, $0.1) }

  static func before(_ title: String, _ name: String) -> [Table.Field] {
    [
      .init("\(title), before", name, "before", unit: .dollars),
      .init("\(title), after", name, "after", unit: .dollars),
    ]
  }

  static func world(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let isAgreement = try place.at("kind").text() == "agreement"
    var report = Report(
      kind: .world, title: try place.at("title").text(),
      question: "What does it do to every country's income, wages, prices, output and trade, once "
        + "wages and costs have moved?")
    let countries = try place.at("countries")
    let subject = try subject(place, countries)
    for (label, name) in [
      ("Real income", "real_income"), ("Real wage", "real_wage"), ("Prices", "price_index"),
      ("Terms of trade", "terms_of_trade"),
    ] {
      let drawn = subject.optional(name)
      let value = try drawn?.at("value_pct")
      let central = try subject.at("\(name)_pct")
      report.figure(
        "\(label) of \(try subject.at("name").text())", try (value ?? central).number(),
        drawn?.range("low_pct", "high_pct"), .percent)
    }
    if !isAgreement { try report.homeFigures(place) }
    let what = isAgreement ? "Agreement" : "Action"
    report.charts = [
      try WorldMap(realIncome: countries, of: place, what),
      try RangeBars.realIncome(countries, what),
    ]
    if !isAgreement {
      report.draw("goods made at home") { () throws(JSONShapeError) in
        try RangeBars.output(world: place)
      }
      report.draw("balance by partner") { () throws(JSONShapeError) in
        try RangeBars.balances(world: place)
      }
      report.draw("the partial equilibrium beside it") { () throws(JSONShapeError) in
        try BarGroups.besidePartial(world: place)
      }
    }
    let code = try subject.at("code").text()
    report.draw("sets of trade elasticities") { () throws(JSONShapeError) in
      try RangeBars.sets(world: place, of: code)
    }
    report.tables = try worldTables(place)
    report.explain(place.optional("beside_partial")?.optional("text"))
    report.explain(place.optional("rates")?.optional("text"))
    report.explain(place.optional("leaves_out"), "Left out: ")
    report.explain(place.optional("warnings"), "Warning: ")
    try report.restsOnWorld(place)
    report.rests(on: "labour", place.optional("labour"))
    report.rests(on: "answers", try place.at("retaliation").optional("rule"))
    report.source("rates of", place.optional("on"))
    report.source("draws", place.optional("draws"))
    report.source("seed", place.optional("seed"))
    return report
  }

  /// The country the head speaks of: the importer, or the one an agreement does most to.
  private static func subject(
    _ place: JSONPlace, _ countries: JSONPlace
  ) throws(JSONShapeError) -> JSONPlace {
    let all = try countries.items()
    let importer = place.optional("importer")?.value.string
    func size(_ country: JSONPlace) -> Double {
      (country.value["real_income_pct"]?.number ?? 0).magnitude
    }
    let chosen =
      importer.map { code in all.first { $0.value["code"]?.string == code } }
      ?? all.max { size($0) < size($1) }
    guard let chosen else { throw countries.lacking("the country that acts") }
    return chosen
  }

  private mutating func homeFigures(_ place: JSONPlace) throws(JSONShapeError) {
    let revenue = try place.at("revenue")
    figure("Tariff revenue, before", try revenue.at("before").number(), nil, .dollars)
    figure("Tariff revenue, after", try revenue.at("after").number(), nil, .dollars)
    let importer = try place.at("importer").text()
    for group in try place.at("manufacturing").items()
    where try group.at("code").text() == importer {
      if let output = group.optional("real_output_pct") {
        figure("Manufacturing, real output", try output.number(), nil, .percent)
      }
      if let work = group.optional("employment_pct") {
        figure("Manufacturing, employment", try work.number(), nil, .percent)
      }
    }
    if let total = place.optional("rates")?.optional("total") {
      figure("Mean change of rates", try total.at("mean_change").number(), nil, .points)
      figure(
        "Uniform change as costly", try total.at("loss_equivalent").number(), nil, .points)
    }
  }

  private static func worldTables(_ place: JSONPlace) throws(JSONShapeError) -> [Table] {
    var estimates: [Table.Field] = []
    if place.optional("draws") != nil {
      for (title, name) in [("real income", "real_income"), ("real wage", "real_wage")] {
        estimates += [
          .init("\(title), low", name, "low_pct", unit: .percent),
          .init("\(title), high", name, "high_pct", unit: .percent),
        ]
      }
    }
    var tables = [
      try Table(
        "Countries", of: try place.at("countries"), countryFields + estimates + flowFields)
    ]
    for (name, title, fields) in worldLists {
      guard let list = place.optional(name) else { continue }
      tables.append(try Table(title, of: list, fields))
    }
    if let sectors = place.optional("rates")?.optional("sectors") {
      tables.append(
        try Table(
          "Rates by sector", of: sectors,
          [
            .init("sector", "name"), .init("code", "code"),
            .init("imports", "imports", unit: .dollars),
            .init("covered", "covered", unit: .dollars),
            .init("mean change", "mean_change", unit: .points),
            .init("standard deviation", "standard_deviation", unit: .points),
            .init("uniform change as costly", "loss_equivalent", unit: .points),
          ]))
    }
    var sets = Table(
      "Sets of trade elasticities",
      [
        .init("set"), .init("source"), .init("checked against it"), .init("country"),
        .init("real income", .percent), .init("real wage", .percent),
      ])
    for set in try place.at("sets").items() {
      for country in try set.at("countries").items() {
        sets.append(
          [set.value["set"], set.value["source"], set.value["verified"], country.value["code"]]
            .map { .init($0) }
            + [.init(country.value["real_income_pct"]), .init(country.value["real_wage_pct"])])
      }
    }
    return tables + [sets]
  }

  private static let worldLists: [(name: String, title: String, fields: [Table.Field])] = [
    (
      "trade", "Trade in goods by partner",
      [.init("partner", "name"), .init("code", "partner")] + before("imports", "imports")
        + before("exports", "exports") + before("balance", "balance")
    ),
    (
      "sectors", "Sectors",
      [.init("sector", "name"), .init("code", "code"), .init("goods", "goods")]
        + before("output", "output")
        + [
          ("real output", "real_output_pct"), ("employment", "employment_pct"),
          ("wage", "wage_pct"), ("price", "price_pct"),
        ].map { .init($0.0, $0.1, unit: .percent) } + before("exports", "exports")
        + before("imports", "imports")
    ),
    ("manufacturing", "Manufacturing by country", productionFields),
    ("goods_production", "All goods by country", productionFields),
  ]

  private static let productionFields: [Table.Field] =
    [.init("country", "code")] + before("output", "output")
    + [
      .init("real output", "real_output_pct", unit: .percent),
      .init("employment", "employment_pct", unit: .percent),
    ]

  /// The base and the assumptions of every answer about a world.
  mutating func restsOnWorld(_ place: JSONPlace) throws(JSONShapeError) {
    let base = try place.at("base")
    explain(base.optional("notes"))
    let deficits = try place.at("deficits")
    explain(deficits.optional("text"), "Total balances are assumed, not found: ")
    source("world base", base.optional("id"))
    rests(on: "from", base.optional("title"))
    source("trade elasticities", try place.at("theta").optional("source"))
    rests(on: "elasticities checked against the source", try place.at("theta").optional("verified"))
    source("total balances", deficits.optional("rule"))
  }
}
