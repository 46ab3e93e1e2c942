extension Report {
  /// Rows of a table on a page; workbooks and comma-separated files hold all.
  private static let rowsShown = 60

  private static let style = """
    :root{color-scheme:light dark}
    body{font:16px/1.5 Helvetica,Arial,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;\
    color:#1b1f24;background:#ffffff}
    h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2rem}
    dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.75rem 1.5rem}
    dt{color:#57606a;font-size:.9rem}dd{margin:0;font-weight:bold}
    .interval{font-weight:normal;font-size:.9rem}
    figure{margin:1.5rem 0}figure svg{width:100%;max-width:40rem;height:auto}
    figcaption{color:#57606a;font-size:.85rem;max-width:40rem}
    .wide{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem}
    th,td{border-bottom:1px solid #d0d7de;padding:.25rem .6rem;text-align:left;vertical-align:top}
    .number{text-align:right;white-space:nowrap}
    footer{margin-top:2rem;border-top:1px solid #d0d7de;font-size:.9rem}
    @media (prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}
    dt,figcaption{color:#a3adb8}th,td,footer{border-color:#30363d}}
    @media print{body{max-width:none;padding:0;font-size:11pt;color:#1b1f24;background:#ffffff}
    figure,tr{break-inside:avoid}h2{break-after:avoid}.wide{overflow:visible}}
    """

  /// A page of its own: one file without script or outside resource, for screens and for paper. The
  /// pictures stand in it, each with what it shows in words.
  public var html: String {
    var page = MarkupText()
    page.begin("html", [("lang", "en")])
    page.begin("head")
    page.add("meta", [("charset", "utf-8")])
    page.add("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
    page.add("title", text: title)
    page.add("style", text: Self.style)
    page.end()
    page.begin("body")
    page.begin("header")
    page.add("h1", text: title)
    page.add("p", text: question)
    page.end()
    page.begin("main")
    head(&page)
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
    for table in tables where !table.rows.isEmpty { write(table, &page) }
    if !method.isEmpty {
      page.add("h2", text: "How to read it")
      page.begin("ul")
      for text in method { page.add("li", text: text) }
      page.end()
    }
    page.end()
    foot(&page)
    page.end()
    page.end()
    return "<!DOCTYPE html>\n" + page.text
  }

  private func head(_ page: inout MarkupText) {
    page.begin("dl")
    for figure in figures {
      page.begin("div")
      page.add("dt", text: figure.label)
      page.add("dd", text: figure.value)
      if !figure.interval.isEmpty {
        page.add("dd", [("class", "interval")], text: figure.interval)
      }
      page.end()
    }
    page.end()
  }

  private func write(_ table: Table, _ page: inout MarkupText) {
    page.add("h2", text: table.name)
    // What is wider than the screen is moved from the keyboard too.
    page.begin(
      "div",
      [("class", "wide"), ("role", "region"), ("tabindex", "0"), ("aria-label", table.name)])
    page.begin("table")
    page.begin("thead")
    page.begin("tr")
    for column in table.columns {
      page.add("th", [("scope", "col")] + Self.kind(column), text: column.title)
    }
    page.end()
    page.end()
    page.begin("tbody")
    for row in table.rows.prefix(Self.rowsShown) {
      page.begin("tr")
      for (place, (column, cell)) in zip(table.columns, row).enumerated() {
        page.add(
          place == 0 ? "th" : "td", (place == 0 ? [("scope", "row")] : []) + Self.kind(column),
          text: cell.words(column.unit))
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

  private static func kind(_ column: Table.Column) -> [MarkupText.Attribute] {
    column.unit == nil ? [] : [("class", "number")]
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
