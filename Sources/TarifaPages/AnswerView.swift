import TarifaReport

/// An answer as it stands on a page: figures, pictures with their data, tables, method, what it rests on.
struct AnswerView: Sendable {
  let report: Report
  let links: AnswerLinks
  /// Rows of a table on the page; its file has all.
  static let rowsShown = 60

  func write(_ page: inout MarkupText) {
    figures(&page)
    charts(&page)
    tables(&page)
    method(&page)
    foot(&page)
  }

  func figures(_ page: inout MarkupText) {
    if !report.figures.isEmpty { page.add(report.figures, [("class", "figures")]) }
  }

  func charts(_ page: inout MarkupText) {
    guard !report.charts.isEmpty else { return }
    page.begin("div", [("class", "charts")])
    for (position, chart) in report.charts.enumerated() {
      Self.write(
        chart, &page, source: report.source,
        links: ["csv", "svg", "png"].map { ($0.uppercased(), links.chart(position, $0)) })
    }
    page.end()
  }

  /// A picture with the same in words and its files.
  static func write(
    _ chart: any Chart, _ page: inout MarkupText, source: String,
    links: [(words: String, address: String)]
  ) {
    page.begin("figure")
    page.add(chart, source: source)
    page.begin("figcaption")
    page.begin("details")
    page.add("summary", text: "In words")
    page.add("p", text: chart.words)
    page.end()
    page.begin("ul", [("class", "links")])
    for link in links {
      page.begin("li")
      page.addLink(
        link.words, to: link.address, [("aria-label", "\(link.words): \(chart.title)")])
      page.end()
    }
    page.end()
    page.end()
    page.end()
  }

  func tables(_ page: inout MarkupText) {
    for (position, table) in report.tables.enumerated() where !table.rows.isEmpty {
      page.begin("details")
      page.begin("summary")
      page.add("span", text: table.name)
      page.add("span", [("class", "count")], text: "(\(table.rows.count))")
      page.end()
      let rest = table.rows.count - Self.rowsShown
      page.add(
        table, most: Self.rowsShown,
        caption: rest > 0 ? "The first \(Self.rowsShown) rows; the file has all." : nil)
      page.begin("ul", [("class", "links")])
      page.begin("li")
      page.addLink("CSV", to: links.table(position), [("aria-label", "CSV: \(table.name)")])
      page.end()
      page.end()
      page.end()
    }
  }

  func method(_ page: inout MarkupText) {
    guard !report.method.isEmpty else { return }
    page.begin("details")
    page.begin("summary")
    page.add("span", text: "How to read it")
    page.add("span", [("class", "count")], text: "(\(report.method.count))")
    page.end()
    page.begin("ul")
    for text in report.method { page.add("li", text: text) }
    page.end()
    page.end()
  }

  func foot(_ page: inout MarkupText) {
    page.add("h2", text: "What it rests on")
    if !report.vintage.isEmpty {
      page.begin("dl", [("class", "figures")])
      for note in report.vintage {
        page.begin("div")
        page.add("dt", text: note.label)
        page.add("dd", [("class", "interval")], text: note.text)
        page.end()
      }
      page.end()
    }
    page.add("p", [("class", "soft")], text: "Cite as: \(report.citation)")
    page.begin("ul", [("class", "links")])
    for (words, address) in [
      ("JSON, as the command prints it", links.json), ("Page to keep (HTML)", links.whole("html")),
      ("Workbook (Excel)", links.whole("xlsx")),
    ] {
      page.begin("li")
      page.addLink(words, to: address)
      page.end()
    }
    page.end()
  }
}
