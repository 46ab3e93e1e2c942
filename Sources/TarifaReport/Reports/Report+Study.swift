import JSONText

/// Reports of what goes around a list: its notice, requests, spared origins, and revisions.
extension Report {
  static func annex(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    var report = Report(
      kind: .annex,
      title: "\(try place.at("title").text()), annex as of \(try place.at("on").text())",
      question: "Which headings, rates and goods does the notice of this action name?")
    let counts = try place.at("counts")
    for (label, name) in [
      ("Lines", "lines"), ("Of them in part", "lines_in_part"), ("Chapters", "chapters"),
      ("Listed, not in this edition", "not_in_edition"),
    ] {
      report.figure(label, Unit.whole.words(try counts.at(name).number()))
    }
    let answer = place.value
    report.draw("the lines by chapter") { () throws(JSONShapeError) in
      try RangeBars.lines(annex: answer)
    }
    report.tables = try annexTables(place)
    report.explain(place.optional("notes"))
    if try counts.at("not_in_edition").number() > 0 {
      report.method.append(
        "Goods that are listed and not in this edition of the schedule were numbered otherwise when "
          + "the list was made, or are later.")
    }
    report.source("action", place.optional("action"))
    report.source("law of", place.optional("on"))
    report.source("edition of the schedule", place.optional("edition"))
    return report
  }

  private static func annexTables(_ place: JSONPlace) throws(JSONShapeError) -> [Table] {
    var goods = Table(
      "Goods",
      [
        .init("code"), .init("description"), .init("of"), .init("chapter"),
        .init("chapter's title"),
        .init("measure"), .init("description from"),
      ])
    var provisions = Table(
      "Provisions",
      [
        .init("heading"), .init("rate"), .init("on"), .init("origins"), .init("from"),
        .init("until"), .init("circumstances"), .init("stacking"), .init("citation"),
        .init("measure"),
      ])
    var missing = Table("Not in this edition", [.init("code"), .init("measure")])
    for section in try place.at("measures").items() {
      let measure = Table.Cell.text(try section.at("title").text())
      for provision in try section.at("provisions").items() {
        let names = [
          "heading_printed", "rate", "base", "origins", "from", "until", "circumstances",
          "stacking", "citation",
        ]
        provisions.append(names.map { .init(provision.value[$0]) } + [measure])
      }
      for chapter in try section.at("chapters").items() {
        let end = [
          Table.Cell(chapter.value["hs2"]), .init(chapter.value["title"]), measure,
        ]
        for line in try chapter.at("lines").items() {
          let code = CodeWords.dotted(try line.at("hts").text())
          goods.append(row(line, of: "", end))
          for part in try line.at("parts").items() { goods.append(row(part, of: code, end)) }
        }
      }
      for code in try section.at("not_in_edition").items() {
        missing.append([.text(CodeWords.dotted(try code.text())), measure])
      }
    }
    return [goods, provisions, missing]
  }

  /// A line of the notice, or a part of one.
  private static func row(_ line: JSONPlace, of whole: String, _ end: [Table.Cell]) -> [Table.Cell]
  {
    let code = line.value["hts"]?.string.map { CodeWords.dotted($0) }
    return [
      .text(code), .init(line.value["description"]), whole.isEmpty ? .missing : .text(whole),
    ] + end + [.init(line.value["description_source"])]
  }

  static func exclusions(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let title = try actionTitle(place)
    var report = Report(
      kind: .exclusions, title: "\(title), exclusions",
      question: "What would granting each request cost the action, and what would buyers save?")
    let requests = try place.at("requests")
    report.figure("Requests", Unit.whole.words(Double(try requests.items().count)))
    let effects: [(label: String, name: String, unit: Unit)] = [
      ("imports covered", "covered_imports", .dollars), ("duty", "duty", .dollars),
      ("revenue, change", "revenue_change", .dollars),
      ("buyers' saving", "buyers_saving", .dollars),
      ("net welfare, change", "net_welfare_change", .dollars),
      ("sales of the spared, change", "spared_sales_change", .dollars),
      ("value per dollar saved", "value_per_dollar_saved", .plain),
    ]
    for effect in effects.dropLast() {
      if let amount = place.value["together"]?[effect.name]?.number {
        report.figure("All granted: \(effect.label)", amount, nil, effect.unit)
      }
    }
    let answer = place.value
    report.draw("saving and revenue by request") { () throws(JSONShapeError) in
      try BarGroups.requests(exclusions: answer)
    }
    let fields = effects.map { Table.Field($0.label, $0.name, unit: $0.unit) }
    var sums = Table(
      "All together", [.init("what")] + effects.map { .init($0.label, $0.unit) })
    for (label, name) in [
      ("all granted at once", "together"), ("sum of the rows", "sum_of_rows"),
      ("the whole action", "whole_action"),
    ] {
      let effect = try place.at(name)
      sums.append([.text(label)] + effects.map { .init(effect.value[$0.name]) })
    }
    report.tables = [
      try Table(
        "Requests", of: requests,
        [
          .init("request", "id"), .code("code", "hts"), .init("origin", "origin"),
          .init("share", "share"), .init("status", "status"),
        ] + fields + [.init("share rests on", "share_basis"), .init("detail", "detail")]),
      sums,
    ]
    report.explain(place.optional("notes"))
    report.restsOnAction(place)
    return report
  }

  static func exemptions(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let title = try actionTitle(place)
    var report = Report(
      kind: .exemptions, title: "\(title), origins spared",
      question:
        "What does sparing each origin cost in value and revenue, and what leaks through it?"
    )
    for (side, words) in [("all_charged", "every origin charged"), ("as_granted", "as granted")] {
      let totals = try place.at(side)
      report.figure(
        "Imports covered, \(words)", try totals.at("covered_imports").number(), nil, .dollars)
      report.figure("Revenue, \(words)", try totals.at("revenue"), .dollars)
      report.figure("Buyers' loss, \(words)", try totals.at("buyers_loss"), .dollars)
    }
    report.figure(
      "Leakage, as granted", try place.at("as_granted").optional("leakage"), .dollars)
    let answer = place.value
    report.draw("revenue by origin") { () throws(JSONShapeError) in
      try RangeBars.revenue(exemptions: answer)
    }
    report.draw("leakage by origin") { () throws(JSONShapeError) in
      try RangeBars.leakage(exemptions: answer)
    }
    func estimate(_ title: String, _ name: String) -> [Table.Field] {
      [
        .init(title, name, "value", unit: .dollars),
        .init("\(title), low", name, "low", unit: .dollars),
        .init("\(title), high", name, "high", unit: .dollars),
      ]
    }
    report.tables = [
      try Table(
        "Origins", of: try place.at("origins"),
        [
          .init("origin", "origin"), .init("exemption", "exemption"),
          .init("imports spared", "exempted_imports", unit: .dollars),
          .init("duty forgone", "duty_forgone", unit: .dollars),
        ]
          + estimate("revenue, change", "revenue_change")
          + estimate("buyers' loss, change", "buyers_loss_change")
          + estimate("net welfare, change", "net_welfare_change")
          + estimate("sales if charged, change", "sales_if_charged")
          + estimate("sales if spared, change", "sales_if_spared")
          + estimate("leakage", "leakage")
          + [.init("leakage over its sales", "leakage_growth", unit: .share)]
          + estimate("leakage as granted", "leakage_as_granted"))
    ]
    report.explain(place.optional("notes"))
    report.restsOnAction(place)
    report.rests(
      share: "fitted share of imports", try place.at("all_charged").optional("fitted_share"))
    report.source("draws", place.optional("draws"))
    report.source("seed", place.optional("seed"))
    return report
  }

  static func rotation(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let title = try actionTitle(place)
    var report = Report(
      kind: .rotation, title: "\(title), revisions",
      question:
        "Which lines should each revision of the list take off and put on, with least new harm?"
    )
    let list = try place.at("list")
    report.figure("Lines of the list", Unit.whole.words(try list.at("lines").number()))
    report.figure("Imports covered", try list.at("covered_imports").number(), nil, .dollars)
    report.figure("Buyers' loss", try list.at("buyers_loss").number(), nil, .dollars)
    report.figure("Average rate added", try list.at("average_rate").number(), nil, .share)
    report.figure("First revision after", try place.at("first").text())
    report.figure("Then every", try place.at("every").text())
    report.figure("At least replaced", try place.at("share").number(), nil, .share)
    let answer = place.value
    report.draw("imports off and on by revision") { () throws(JSONShapeError) in
      try BarGroups.revisions(rotation: answer)
    }
    report.draw("buyers' loss by revision") { () throws(JSONShapeError) in
      try RangeBars.loss(rotation: answer)
    }
    report.tables = try rotationTables(place)
    if let stopped = place.optional("stopped") {
      report.method.append("Stopped: \(try stopped.text())")
    }
    report.explain(place.optional("notes"))
    report.restsOnAction(place)
    report.rests(on: "rule", place.optional("rule")?.optional("citation"))
    return report
  }

  private static func rotationTables(_ place: JSONPlace) throws(JSONShapeError) -> [Table] {
    var revisions = Table(
      "Revisions",
      [
        .init("revision", .whole), .init("on"), .init("lines off", .whole),
        .init("lines on", .whole), .init("imports off", .dollars), .init("imports on", .dollars),
        .init("imports covered after", .dollars), .init("buyers' loss created", .dollars),
        .init("buyers' loss after", .dollars), .init("gap of the choice", .share),
      ])
    var lines = Table(
      "Lines",
      [
        .init("code"), .init("revision", .whole), .init("on"), .init("off or on"),
        .init("imports", .dollars), .init("of them fitted", .dollars),
        .init("buyers' loss alone", .dollars),
      ])
    for revision in try place.at("revisions").items() {
      let (out, new) = (try revision.at("out").items(), try revision.at("in").items())
      func imports(_ lines: [JSONPlace]) -> Double {
        lines.reduce(0) { $0 + ($1.value["imports"]?.number ?? 0) }
      }
      let head = [Table.Cell(revision.value["number"]), .init(revision.value["on"])]
      revisions.append(
        head + [
          .number("\(out.count)"), .number("\(new.count)"), .number(imports(out)),
          .number(imports(new)),
        ]
          + ["covered_imports_after", "buyers_loss_created", "buyers_loss_after", "gap"].map {
            .init(revision.value[$0])
          })
      for (side, moved) in [("off", out), ("on", new)] {
        for line in moved {
          let code = CodeWords.dotted(try line.at("hts").text())
          lines.append(
            [.text(code)] + head + [.text(side)]
              + ["imports", "fitted_imports", "buyers_loss_alone"].map { .init(line.value[$0]) })
        }
      }
    }
    return [revisions, lines]
  }

  /// Answers of earlier versions name their action by its id alone.
  private static func actionTitle(_ place: JSONPlace) throws(JSONShapeError) -> String {
    if let title = place.optional("title") { return try title.text() }
    return try place.at("action").text()
  }

  private mutating func restsOnAction(_ place: JSONPlace) {
    source("action", place.optional("action"))
    source("rates of", place.optional("on"))
    source("baseline", place.optional("baseline"))
  }
}
