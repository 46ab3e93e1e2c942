import JSONText

/// Reports of what the law says.
extension Report {
  static func duty(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let code = CodeWords.dotted(try place.at("hts").text())
    let (origin, on) = (try place.at("origin").text(), try place.at("on").text())
    var report = Report(
      kind: .duty, title: "Duty on \(code) from \(origin) on \(on)",
      question: "What duty does the law put on \(code) from \(origin) entered on \(on), and why?")
    let total = try place.at("total")
    let status = try place.at("status").text()
    report.figure("Status", status)
    let pairs: [(label: String, name: String, unit: Unit)] = [
      ("Rate", "rate", .share), ("Above the schedule's rate", "additional_rate", .share),
      ("Duty", "duty", .money),
    ]
    for pair in pairs {
      let range = total.range("\(pair.name)_low", "\(pair.name)_high")
      if let value = total.value[pair.name]?.number {
        report.figure(pair.label, value, range, pair.unit)
      } else if let range {
        report.figure(pair.label, pair.unit.words(range))
      }
    }
    report.draw("the duty by its lines") { () throws(JSONShapeError) in
      try Waterfall(duty: place.value)
    }
    report.tables = [
      try dutyLines("Lines", place, isOwed: true),
      try Table(
        "Readings", of: try place.at("readings"),
        [
          .init("reading", "text"), .init("status", "status"), .init("rate", "rate", unit: .share),
          .init("duty", "duty", unit: .money), .init("source", "source"),
        ]),
      try Table(
        "Questions", of: try place.at("questions"),
        [
          .init("question", "text"), .init("fact", "fact"), .init("unit", "unit"),
          .init("values", "values"),
        ]),
    ]
    if let fees = place.optional("fees") {
      report.tables.append(
        try Table(
          "Fees", of: try fees.at("lines"),
          [
            .init("title", "title"), .init("status", "status"),
            .init("amount", "duty", unit: .money), .init("as printed", "rate_text"),
            .init("reason", "reason"), .init("citation", "citation"),
          ]))
      for (label, name) in [("Fees", "total"), ("Landed cost", "landed_cost")] {
        if let amount = fees.value[name]?.number {
          report.figure(label, amount, nil, .money)
        }
      }
    }
    report.tables.append(try dutyLines("Other measures", place, isOwed: false))
    report.explain(place.optional("warnings"), "Warning: ")
    report.source("edition of the schedule", place.optional("edition"))
    report.source("law of", place.optional("on"))
    return report
  }

  /// The lines that have a part in what is owed, or the measures that were looked at and have none.
  private static func dutyLines(
    _ name: String, _ place: JSONPlace, isOwed: Bool
  ) throws(JSONShapeError) -> Table {
    try Table(
      name, of: try place.at("lines"),
      [
        .init("title", "title"), .init("status", "status"), .init("heading", "heading"),
        .init("authority", "authority"), .init("rate", "rate", unit: .share),
        .init("duty", "duty", unit: .money),
        .init("would-be rate", "would_be_rate", unit: .share), .init("as printed", "rate_text"),
        .init("reason", "reason"), .init("citation", "citation"), .init("from", "from"),
        .init("until", "until"),
      ]
    ) { item in
      let status = item.value["status"]?.string
      return (status != "not-in-scope") == isOwed
    }
  }

  static func history(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let code = CodeWords.dotted(try place.at("hts").text())
    let origin = place.optional("origin").map { " from \(Table.Cell($0.value).plain)" } ?? ""
    let (from, until) = (try place.at("from").text(), try place.at("until").text())
    var report = Report(
      kind: .history, title: "\(code)\(origin), \(from) to \(until)",
      question: "What did \(code)\(origin) owe from day to day, and why did it change?")
    let line = try StepLine(history: place.value)
    if let first = line.intervals.first, let last = line.intervals.last {
      report.figure("On \(first.from)", line.value(first))
      report.figure("On \(last.until)", line.value(last))
      report.figure("Changes", "\(line.intervals.count - 1)")
    }
    report.charts = [line]
    report.draw("the measures over time") { () throws(JSONShapeError) in
      try Gantt(history: place.value)
    }
    report.tables = [
      line.table.named("Intervals"),
      try Table(
        "Scheduled", of: try place.at("scheduled"),
        [
          .init("from", "from"), .init("until", "until"), .init("heading", "heading"),
          .init("title", "title"), .init("rate", "rate_text"), .init("text", "text"),
          .init("origins", "origins"), .init("claims", "claims"), .init("citation", "citation"),
        ]),
    ]
    report.source("law held until", place.optional("held_until"))
    report.rests(on: "claims", place.optional("claims"))
    return report
  }

  static func effectiveRate(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let (from, to) = (try place.at("from").text(), try place.at("to").text())
    let rows = try place.at("rows")
    var report = Report(
      kind: .effectiveRate, title: "Effective rate of duty, \(from) to \(to)",
      question:
        "What was the statutory rate on all imports, weighted by \(try place.at("weights_title").text())?"
    )
    let items = try rows.items()
    if let first = items.first, let last = items.last {
      report.figure(
        "On \(try first.at("date").text())", Unit.share.words(try first.at("rate").number()))
      report.figure(
        "On \(try last.at("until").text())", Unit.share.words(try last.at("rate").number()))
    }
    let known = items.filter { $0.value["rate"]?.number != nil }
    if let highest = known.max(by: {
      ($0.value["rate"]?.number ?? 0) < ($1.value["rate"]?.number ?? 0)
    }) {
      report.figure(
        "Highest, from \(try highest.at("date").text())",
        Unit.share.words(try highest.at("rate").number()))
    }
    report.draw("the rate by authority") { () throws(JSONShapeError) in
      try StackedArea(effectiveRate: place.value)
    }
    let shares = [
      ("share priced", "share_priced"), ("share with an equivalent", "share_equivalent"),
      ("share not priced", "share_unpriced"), ("share inadmissible", "share_inadmissible"),
      ("share at default facts", "share_default_facts"), ("share carried over", "share_carried"),
    ]
    report.tables = [
      try Table(
        "Rates", of: rows,
        [
          .init("from", "date"), .init("until", "until"), .init("rate", "rate", unit: .share),
          .init("additional rate", "additional_rate", unit: .share),
          .init("column rate", "column_rate", unit: .share),
          .init("rate, low", "rate_low", unit: .share),
          .init("rate, high", "rate_high", unit: .share),
          .init("value", "value", unit: .dollars), .init("duty", "duty", unit: .dollars),
        ] + shares.map { .init($0.0, $0.1, unit: .share) })
    ]
    if let by = place.optional("by") {
      let name = try by.text()
      report.tables.append(
        name == "authority" ? try byAuthority(rows) : try parts(rows, by: name))
    }
    report.explain(place.optional("notes"))
    report.explain(place.optional("gaps"), "Not held: ")
    report.source("imports", place.optional("weights"))
    report.source("claims", place.optional("claims"))
    report.source("law", try place.at("vintage").optional("law"))
    report.source("known on", try place.at("vintage").optional("known_on"))
    return report
  }

  /// The rates of the authorities, a column each.
  private static func byAuthority(_ rows: JSONPlace) throws(JSONShapeError) -> Table {
    var names: [String] = []
    var rates: [[String: Table.Cell]] = []
    for row in try rows.items() {
      var parts: [String: Table.Cell] = [:]
      for part in try row.at("parts").items() {
        let name = try part.at("authority").text()
        if !names.contains(name) { names.append(name) }
        parts[name] = Table.Cell(part.value["rate"])
      }
      rates.append(parts)
    }
    var table = Table(
      "By authority", [.init("from"), .init("until")] + names.map { .init($0, .share) })
    for (row, parts) in zip(try rows.items(), rates) {
      table.append(
        [.init(row.value["date"]), .init(row.value["until"])]
          + names.map { parts[$0] ?? .missing })
    }
    return table
  }

  /// The rates of origins or sections, which are many: a row for each in each span of days.
  private static func parts(_ rows: JSONPlace, by: String) throws(JSONShapeError) -> Table {
    var table = Table(
      "By \(by)",
      [
        .init("from"), .init("until"), .init(by), .init("name"), .init("rate", .share),
        .init("duty", .dollars), .init("value", .dollars),
      ])
    for row in try rows.items() {
      for part in try row.at("parts").items() {
        table.append(
          [.init(row.value["date"]), .init(row.value["until"])]
            + [by, "name", "rate", "duty", "value"].map { .init(part.value[$0]) })
      }
    }
    return table
  }

  static func docket(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let (title, on) = (try place.at("title").text(), try place.at("on").text())
    var report = Report(
      kind: .docket, title: "\(title), docket on \(on)",
      question: "What is done, late and next in this case on \(on), by what was known that day?")
    report.figure("Late", "\(try place.at("late").items().count)")
    if let next = try place.at("next").items().first {
      let day = next.optional("scheduled") ?? next.optional("due")
      report.figure(
        "Next", try next.at("title").text() + (day.map { ", \(Table.Cell($0.value).plain)" } ?? ""))
    }
    report.draw("the steps over time") { () throws(JSONShapeError) in try Gantt(docket: place.value)
    }
    report.tables = [
      try Table(
        "Steps", of: try place.at("steps"),
        [
          .init("step", "title"), .init("of", "of"), .init("who", "who"), .init("due", "due"),
          .init("done", "done"), .init("scheduled", "scheduled"), .init("status", "status"),
          .init("days late", "days_late", unit: .whole), .init("rule", "rule"),
          .init("reason", "reason"), .init("citation", "citation"),
        ])
    ]
    report.explain(place.optional("warnings"), "Warning: ")
    report.explain(place.optional("notes"))
    report.source("procedure", place.optional("citation"))
    report.source("record held until", place.optional("held_until"))
    return report
  }
}
