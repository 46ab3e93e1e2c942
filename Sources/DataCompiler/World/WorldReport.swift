import WorldModel

/// The page of figures on the compiled world bases.
struct WorldReport {
  private let catalogue: WorldCatalogue
  private var lines: [String] = []

  init(catalogue: WorldCatalogue) { self.catalogue = catalogue }

  var page: String { (Self.head + lines).joined(separator: "\n") + "\n" }

  private static let head = [
    "# The world bases in figures", "",
    "Written by `databuild`; `world-bases.md` says what the columns mean. Millions of dollars unless said.",
    "",
  ]

  /// What the base says of its importer whose rates were replaced, beside what was collected.
  mutating func add(_ entry: WorldCatalogue.Entry, _ made: WorldCompiler.Made) {
    let base = made.base
    let importer = made.importer
    let (count, code) = (base.countryCount, base.countries[importer].code)
    lines += ["## \(entry.id)", "", entry.title + ".", ""]
    lines += base.notes.map { "- \($0)" } + [""]
    let goods = base.sectors.indices.filter { base.sectors[$0].isTradable }
    lines += [
      "| | \(code) in the file | here | collected |", "|---|---|---|---|",
      "| revenue of tariffs | \(whole(made.rawRevenue.reduce(0, +))) "
        + "| \(whole(base.revenue[importer])) | \(whole(made.collected / WorldArchive.money)) |",
      "| of it on goods | \(whole(goods.reduce(0) { $0 + made.rawRevenue[$1] })) "
        + "| \(whole(base.revenue[importer])) | |", "",
      "Imports of \(code) by sector: customs value of the goods the concordance puts there, and what "
        + "the base has; mean rates, duty over customs value as collected.", "",
      "| sector | customs value | in the file | here | rate collected | in the file | here |",
      "|---|---|---|---|---|---|---|",
    ]
    var sums = [0.0, 0, 0, 0, 0, 0]
    for sector in goods {
      let row = sector * count..<(sector + 1) * count
      let value = made.rates.value[row].reduce(0, +) / WorldArchive.money
      let duty = made.rates.duty[row].reduce(0, +) / WorldArchive.money
      var imports = 0.0
      var revenue = 0.0
      for exporter in 0..<count where exporter != importer {
        let cell = base.flow(sector: sector, importer: importer, exporter: exporter)
        imports += base.trade[cell]
        revenue += base.trade[cell] * base.tariffs[cell]
      }
      let found = [
        value, made.rawImports[sector], imports, duty, made.rawRevenue[sector], revenue,
      ]
      lines.append(tableRow(base.sectors[sector].code, found))
      for column in sums.indices { sums[column] += found[column] }
    }
    lines += [tableRow("all goods", sums), ""]
  }

  private func tableRow(_ name: String, _ found: [Double]) -> String {
    func percent(_ part: Double, _ whole: Double) -> String {
      whole > 0 ? PageNumber.percent(part / whole) : "-"
    }
    return "| \(name) | \(whole(found[0])) | \(whole(found[1])) | \(whole(found[2])) "
      + "| \(percent(found[3], found[0])) | \(percent(found[4], found[1])) "
      + "| \(percent(found[5], found[2])) |"
  }

  /// Output by sector in bases whose sectors carry names typed here, beside the base whose file names its
  /// own: the order of the numbers holds where they agree.
  mutating func compareOrder(_ drafts: [String: BaseDraft]) {
    for entry in catalogue.bases {
      guard let other = entry.thetas, let own = drafts[entry.id], let named = drafts[other] else {
        continue
      }
      let codes = own.countries.map(\.code).filter { code in
        named.countries.contains { $0.code == code }
          && !catalogue.regions.contains { $0.base == entry.id && $0.code == code }
      }
      lines += [
        "## The order of the industries of \(entry.id)", "",
        "Gross output of industries by their number, beside that of the sectors of \(other) that are "
          + "part of the industry, whose file names them.", "",
        "| number | industry | "
          + codes.map { "\($0) | \($0) in \(other)" }.joined(separator: " | ")
          + " |", "|---|---|" + String(repeating: "---|", count: codes.count * 2),
      ]
      for (position, sector) in catalogue.sectors(of: entry.id).enumerated()
      where own.sectors[position].isTradable {
        let parts = catalogue.sectors(of: other).enumerated().filter {
          $0.element.twin == sector.code
        }.map(\.offset)
        let cells = codes.map { code in
          "\(whole(output(own, [position], code))) | \(whole(output(named, parts, code)))"
        }
        lines.append(
          "| \(sector.number) | \(sector.code) | \(cells.joined(separator: " | ")) |")
      }
      lines.append("")
    }
  }

  private func output(_ draft: BaseDraft, _ sectors: [Int], _ code: String) -> Double {
    let count = draft.countries.count
    guard let country = draft.countries.firstIndex(where: { $0.code == code }) else { return 0 }
    return sectors.reduce(0) { sum, sector in
      (0..<count).reduce(sum) { $0 + draft.trade[(sector * count + $1) * count + country] }
    }
  }

  private func whole(_ amount: Double) -> String { PageNumber.whole(amount) }
}
