extension Report {
  /// Rows of a table on a page; workbooks and comma-separated files hold all.
  private static let rowsShown = 60

  private static let style = """
    :root{color-scheme:light dark}
    body{font:16px/1.5 Helvetica,Arial,sans-serif;max-width:68rem;margin:0 auto;padding:1rem;\
    color:#1b1f24;background:#ffffff}
    h1{font-size:clamp(1.2rem,4vw,1.5rem);line-height:1.25}h2{font-size:1.2rem;margin-top:2rem}
    dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.75rem 1.25rem}
    dt{color:#57606a;font-size:.9rem}dd{margin:0;font-weight:bold}
    .interval{font-weight:normal;font-size:.9rem}
    .pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,28rem),1fr));\
    gap:1rem 2rem;align-items:start}
    figure{margin:.5rem 0;max-width:36rem}figure svg{display:block;width:100%;height:auto}
    figcaption{color:#57606a;font-size:.85rem;padding:0 .75rem}
    .wide{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem}
    th,td{border-bottom:1px solid #d0d7de;padding:.25rem .6rem;text-align:left;vertical-align:top}
    tbody th{font-weight:normal}
    .number{text-align:right}.number,.short{white-space:nowrap}
    .long{min-width:12rem}thead th{vertical-align:bottom}
    footer{margin-top:2rem;border-top:1px solid #d0d7de;font-size:.9rem}
    @media (prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}
    dt,figcaption{color:#a3adb8}th,td,footer{border-color:#30363d}}
    @media print{body{max-width:none;padding:0;font-size:11pt;color:#1b1f24;background:#ffffff}
    .pictures{display:block}figure{max-width:14cm}summary{display:none}
    figure,tr{break-inside:avoid}h2{break-after:avoid}.wide{overflow:visible}
    table{font-size:8pt}thead{display:table-header-group}}
    @page{margin:15mm}
    """

  /// A page of its own: one file without script or outside resource, for screens and for paper. The
  /// pictures stand in it, each with what it shows in words.
  public var html: String {
    MarkupText.document(title: title) { page in
      page.add("style", text: Self.style)
    } body: { page in
      write(&page)
    }
  }

  private func write(_ page: inout MarkupText) {
    page.begin("header")
    page.add("h1", text: title)
    page.add("p", text: question)
    page.end()
    page.begin("main")
    page.add(figures)
    if !charts.isEmpty { page.begin("div", [("class", "pictures")]) }
    for chart in charts {
      page.begin("figure")
      page.add(chart, source: source)
      page.begin("figcaption")
      page.begin("details")
      page.add("summary", text: "In words")
      page.add("p", text: chart.words)
      page.end()
      page.end()
      page.end()
    }
    if !charts.isEmpty { page.end() }
    for table in tables where !table.rows.isEmpty { write(table, &page) }
    if !method.isEmpty {
      page.add("h2", text: "How to read it")
      page.begin("ul")
      for text in method { page.add("li", text: text) }
      page.end()
    }
    page.end()
    foot(&page)
  }

  private func write(_ table: Table, _ page: inout MarkupText) {
    // Columns in which nothing is known are left to the workbook.
    let shown = table.columns.indices.filter { place in
      table.rows.contains { $0[place] != .missing }
    }
    let kinds = table.columns.indices.map { Self.kind(table, $0) }
    page.add("h2", text: table.name)
    // What is wider than the screen is moved from the keyboard too.
    page.begin(
      "div",
      [("class", "wide"), ("role", "region"), ("tabindex", "0"), ("aria-label", table.name)])
    page.begin("table")
    page.begin("thead")
    page.begin("tr")
    for place in shown {
      let column = table.columns[place]
      page.add(
        "th", [("scope", "col")] + (column.unit == nil ? [] : [("class", "number")]),
        text: column.title)
    }
    page.end()
    page.end()
    page.begin("tbody")
    for row in table.rows.prefix(Self.rowsShown) {
      page.begin("tr")
      for place in shown {
        let isHead = place == shown.first
        page.add(
          isHead ? "th" : "td", (isHead ? [("scope", "row")] : []) + kinds[place],
          text: row[place].words(table.columns[place].unit))
      }
      page.end()
    }
    page.end()
    page.end()
    page.end()
    let rest = table.rows.count - Self.rowsShown
    if rest > 0 {
      page.add("p", text: "\(rest) more rows are in the workbook and in the answer itself.")
    }
  }

  /// How a column is set: numbers to the right, and what is short, as a day, in one line.
  private static func kind(_ table: Table, _ place: Int) -> [MarkupText.Attribute] {
    if table.columns[place].unit != nil { return [("class", "number")] }
    let isShort = table.rows.prefix(rowsShown).allSatisfy { $0[place].plain.count <= 24 }
    return [("class", isShort ? "short" : "long")]
  }

  private func foot(_ page: inout MarkupText) {
    page.begin("footer")
    page.add("h2", text: "What it rests on")
    page.begin("dl")
    for note in vintage {
      page.begin("div")
      page.add("dt", text: note.label)
      page.add("dd", text: note.text)
      page.end()
    }
    page.end()
    page.add("p", text: "Cite as: \(citation)")
    page.end()
  }
}
