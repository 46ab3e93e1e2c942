import JSONText

/// Reports of what is held: rates of two days beside each other, the shipped data, and the law.
extension Report {
  static func rateChanges(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let (from, to) = (try place.at("from").text(), try place.at("to").text())
    var report = Report(
      kind: .rateChanges, title: "Rates changed from \(from) to \(to)",
      question: "Which rates differ between \(from) and \(to), by how much and by which measures?")
    let counts = [
      ("Rates compared", "cells"), ("Changed", "changed"), ("Up", "up"), ("Down", "down"),
      ("Same rate, other measures", "same_rate"), ("Not known", "unknown"),
      ("Of codes begun", "begun"), ("Of codes ended", "ended"),
      ("Of the schedule itself", "schedule_rate"),
    ]
    for (label, name) in counts {
      report.figure(label, Unit.whole.words(try place.at(name).number()))
    }
    report.tables = [try changes(place)]
    report.tables.append(
      try Table(
        "Measures", of: try place.at("measures"),
        [.init("measure", "measure")]
          + ["came", "went", "rose", "fell"].map { .init($0, $0, unit: .whole) }))
    let groups = try place.at("groups").number()
    let shown = try place.at("largest").items().count
    if Double(shown) < groups {
      report.method.append(
        "The \(shown) largest of \(Unit.whole.words(groups)) groups of like changes are listed.")
    }
    report.source("edition before", place.optional("edition_before"))
    report.source("edition after", place.optional("edition_after"))
    return report
  }

  /// Groups of rates that differ by as much through the same measures.
  private static func changes(_ place: JSONPlace) throws(JSONShapeError) -> Table {
    var table = Table(
      "Largest changes",
      [
        .init("as on"), .init("from"), .init("difference", .points), .init("rates", .whole),
        .init("rate before", .share), .init("rate after", .share), .init("by"),
      ])
    for group in try place.at("largest").items() {
      let example = try group.at("example")
      var by: [String] = []
      for measure in try group.at("measures").items() {
        func rate(_ name: String) -> String {
          measure.value[name]?.number.map { Unit.share.words($0) } ?? "none"
        }
        by.append("\(try measure.at("measure").text()) \(rate("before")) to \(rate("after"))")
      }
      table.append([
        .text(CodeWords.dotted(try example.at("hts").text())), .init(example.value["origin"]),
        .init(group.value["difference"]), .init(group.value["cells"]),
        .init(example.value["rate_before"]), .init(example.value["rate_after"]),
        .text(by.isEmpty ? "rate of the schedule" : by.joined(separator: "; ")),
      ])
    }
    return table
  }

  static func dataList(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    var report = Report(
      kind: .dataList, title: "Data held",
      question: "Which tables are held, from where and of when, and which sets were imported?")
    let files = try place.at("files").items()
    var tables = Table(
      "Tables",
      [
        .init("table"), .init("rows", .whole), .init("vintage"), .init("source"), .init("notes"),
        .init("file"),
      ])
    var bytes = 0.0
    var sums = Table("Files", [.init("file"), .init("bytes", .whole), .init("sha256")])
    for file in files {
      bytes += try file.at("bytes").number()
      sums.append(["file", "bytes", "sha256"].map { .init(file.value[$0]) })
      for table in try file.at("tables").items() {
        tables.append(
          ["table", "rows", "vintage", "source", "notes"].map { .init(table.value[$0]) }
            + [.init(file.value["file"])])
      }
    }
    let imported = try place.at("imported")
    report.figure("Tables", "\(tables.rows.count)")
    report.figure("Files", "\(files.count)")
    report.figure("Size", "\(Unit.plain.words((bytes / 1e5).rounded() / 10)) MB")
    report.figure("Imported sets", "\(try imported.items().count)")
    report.tables = [
      tables, sums,
      try Table(
        "Imported sets", of: imported,
        [
          .init("set", "set"), .init("baseline", "baseline"), .init("year", "year"),
          .init("records", "rows", unit: .whole), .init("cells", "cells", unit: .whole),
          .init("customs value", "value", unit: .money),
          .init("calculated duty", "duty", unit: .money), .init("basis", "basis"),
          .init("layout", "layout"), .init("sha256", "sha256"),
        ]),
    ]
    return report
  }

  static func lawBook(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    let title = try place.at("title").text()
    var report = Report(
      kind: .lawBook, title: "\(title), law held",
      question:
        "Which law is held, how far does it agree with official numbers, and what is missing?"
    )
    for (label, name) in [
      ("Editions of the schedule", "editions"), ("Measures", "measures"), ("Terms", "terms"),
      ("Exemptions", "exemptions"), ("Lists of goods", "goods_lists"),
      ("Lines of them", "goods_lines"),
    ] {
      report.figure(label, Unit.whole.words(try place.at(name).number()))
    }
    report.tables = [
      try Table(
        "Authorities", of: try place.at("authorities"),
        [.init("authority", "authority")]
          + [
            ("measures", "measures"), ("terms", "terms"), ("exemptions", "exemptions"),
            ("lists of goods", "goods_lists"), ("lines of them", "goods_lines"),
            ("official counts", "counts"), ("of them met", "counts_met"),
          ].map { .init($0.0, $0.1, unit: .whole) } + [.init("page", "page")]),
      try Table(
        "Official numbers", of: try place.at("counts"),
        [
          .init("lists", "lists"), .init("on", "on"),
          .init("official", "official", unit: .whole), .init("held", "held", unit: .whole),
          .init("difference", "difference", unit: .whole), .init("rows", "rows", unit: .whole),
          .init("source", "source"), .init("note", "note"),
        ]),
      try Table(
        "Missing", of: try place.at("gaps"),
        [
          .init("what", "text"), .init("from", "from"), .init("until", "until"),
          .init("citation", "citation"),
        ]),
      try Table(
        "Outside of what is held", of: try place.at("outside"),
        [.init("what", "text"), .init("citation", "citation")]),
    ]
    report.source("law from", place.optional("from"))
    report.source("until", place.optional("until"))
    report.source("latest text of", place.optional("latest")?.optional("day"))
    return report
  }
}
