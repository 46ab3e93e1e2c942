import JSONText

/// Reports of lists chosen for a brief, and of briefs for which none was found.
extension Report {
  static func design(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    var report = Report(
      kind: .design, title: try place.at("title").text(),
      question:
        "Which goods should be on the list, so that the brief is met and buyers at home are "
        + "hurt least?")
    switch try place.at("status").text() {
    case "impossible": try report.clash(place)
    case "undecided": try report.undecided(place)
    default: try report.chosen(place)
    }
    report.source("brief", place.optional("brief"))
    for name in ["baseline", "assumptions"] { report.source(name, place.optional(name)) }
    report.source("rates of", place.optional("on"))
    report.rests(share: "fitted share of imports", place.optional("fitted_share"))
    report.rests(on: "draws", place.optional("stability")?.optional("draws"))
    report.rests(on: "seed", place.optional("stability")?.optional("seed"))
    report.rests(on: "nodes searched", place.optional("node_limit"))
    return report
  }

  private mutating func chosen(_ place: JSONPlace) throws(JSONShapeError) {
    figure("Lines", Unit.whole.words(try place.at("lines").number()))
    figure("Imports covered", Unit.dollars.words(try place.at("value").number()))
    figure("Rate", Unit.share.words(try place.at("rate").number()))
    if let harm = place.value["harm"]?.number {
      figure("Buyers' loss, each line alone", Unit.dollars.words(harm))
    }
    for (label, name) in [
      ("Buyers' loss, all together", "buyers_loss"), ("Revenue, all together", "revenue"),
      ("Net welfare, all together", "net_welfare"),
    ] {
      if let amount = place.value["together"]?[name]?.number {
        figure(label, Unit.dollars.words(amount))
      }
    }
    let gap = Unit.share.words(try place.at("gap").number())
    figure(
      "Proof",
      try place.at("proven").bool()
        ? "no list is better by more than \(gap)" : "a list better by \(gap) is not ruled out")
    let answer = place.value
    draw("the goods by chapter") { () throws(JSONShapeError) in try Treemap(design: answer) }
    draw("value against harm") { () throws(JSONShapeError) in try FrontierCurve(design: answer) }
    let goods: [Table.Field] = [
      .code("code", "hts"), .init("name", "name"), .init("imports", "value", unit: .dollars),
      .init("partner's share", "partner_share", unit: .share),
      .init("buyers' loss", "harm", unit: .dollars),
      .init("net loss", "net_loss", unit: .dollars),
      .init("partner's lost sales", "lost_sales", unit: .dollars),
      .init("sector", "sector"), .init("end use", "end_use"),
      .init("chosen in draws", "chosen_in_draws", unit: .share), .init("reason", "reason"),
    ]
    tables = [
      try Table("Goods", of: try place.at("goods"), goods).largestFirst(by: "imports"),
      try Table("Next in", of: try place.at("next_in"), goods),
      try Table("Next out", of: try place.at("next_out"), goods),
      try Table(
        "Conditions", of: try place.at("conditions"),
        [
          .init("condition", "condition"), .init("unit", "unit"),
          .init("on the list", "activity", unit: .plain), .init("least", "lower", unit: .plain),
          .init("most", "upper", unit: .plain), .init("price of one more", "price", unit: .plain),
        ]),
      try Table(
        "Other targets", of: try place.at("frontier"),
        [
          .init("target", "target", unit: .dollars), .init("status", "status"),
          .init("imports", "value", unit: .dollars),
          .init("buyers' loss", "harm", unit: .dollars), .init("lines", "lines", unit: .whole),
          .init("gap", "gap", unit: .share),
        ]),
    ]
    try otherLists(place)
    explain(place.optional("notes"))
  }

  /// What other rates and weights would choose, and what was kept off.
  private mutating func otherLists(_ place: JSONPlace) throws(JSONShapeError) {
    if let rates = place.optional("rates") { tables.append(try Self.rates(rates)) }
    if let moves = place.optional("moves") {
      tables.append(
        try Table(
          "Other weights", of: moves,
          [
            .init("term", "term"), .init("group", "group"),
            .init("weight", "weight", unit: .plain), .init("times", "times", unit: .plain),
            .init("status", "status"), .init("lines in", "lines_in", unit: .whole),
            .init("lines out", "lines_out", unit: .whole),
            .init("imports in", "value_in", unit: .dollars),
            .init("imports out", "value_out", unit: .dollars),
          ]))
    }
    if let kept = place.optional("left_out")?.optional("kept_off") {
      tables.append(
        try Table(
          "Kept off", of: kept,
          [
            .init("reason", "reason"), .init("lines", "lines", unit: .whole),
            .init("imports", "value", unit: .dollars),
          ]))
    }
  }

  private static func rates(_ list: JSONPlace) throws(JSONShapeError) -> Table {
    try Table(
      "Rates tried", of: list,
      [
        .init("rate", "rate", unit: .share), .init("status", "status"),
        .init("imports", "value", unit: .dollars),
        .init("objective", "objective", unit: .dollars), .init("bound", "bound", unit: .dollars),
      ])
  }

  /// A brief that no list meets.
  private mutating func clash(_ place: JSONPlace) throws(JSONShapeError) {
    figure("Answer", "no list meets the brief")
    figure(
      "Rates tried",
      try place.at("rates").items().map { item throws(JSONShapeError) in
        Unit.share.words(try item.number())
      }.joined(separator: ", "))
    figure("Candidates", Unit.whole.words(try place.at("candidates").number()))
    figure(
      "All candidates together", Unit.dollars.words(try place.at("all_candidates").number()))
    guard let clash = place.optional("clash") else {
      method.append("Which conditions clash was not found within the limit of the search.")
      return
    }
    let answer = place.value
    draw("what would do") { () throws(JSONShapeError) in try BarGroups(clash: answer) }
    tables = [
      try Table(
        "What clashes", of: clash, [.init("condition", "condition"), .init("firm", "firm")]),
      try remedies(place),
    ]
    method += [
      "The conditions that clash cannot hold together"
        + (try place.at("fails_in_parts").bool()
          ? ", even if lines could be listed in part." : " for whole lines."),
      "A move is the least that was found to do; where it says so, less is proven not to.",
      "At these very figures hardly more than one list does: a little more room finds a good one.",
    ]
  }

  /// Every move that would make the brief one that can be met, the moves of one way one after the
  /// other.
  private func remedies(_ place: JSONPlace) throws(JSONShapeError) -> Table {
    var table = Table(
      "What would do",
      [
        .init("way"), .init("condition"), .init("bound"), .init("unit"),
        .init("asked", .plain), .init("would do", .plain), .init("as a share", .share),
        .init("proven least"), .init("lines", .whole), .init("value of the list", .dollars),
      ])
    var ways: [(name: String, remedy: JSONPlace)] = []
    for (number, remedy) in try place.at("alone").items().enumerated() {
      ways.append(("\(number + 1), by itself", remedy))
    }
    if let together = place.optional("together") { ways.append(("all of these", together)) }
    for way in ways {
      for change in try way.remedy.at("changes").items() {
        table.append(
          [.text(way.name)]
            + ["condition", "bound", "unit", "from", "to", "share"].map { .init(change.value[$0]) }
            + ["least", "lines", "value"].map { .init(way.remedy.value[$0]) })
      }
    }
    return table
  }

  /// A brief for which the search ended at its limit.
  private mutating func undecided(_ place: JSONPlace) throws(JSONShapeError) {
    figure("Answer", "not known")
    let nodes = Unit.whole.words(try place.at("node_limit").number())
    figure("Nodes searched", nodes)
    tables = [try Self.rates(try place.at("rates"))]
    method += [
      "The search ended after \(nodes) nodes without a list that meets the brief, and without the "
        + "proof that there is none.",
      "A wider tolerance of the target helps most, then wider floors and caps; more nodes let the "
        + "search go on.",
    ]
  }
}
