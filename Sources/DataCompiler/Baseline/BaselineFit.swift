/// Sets up and runs the fit of imports by subheading and origin, with figures known by subheading
/// held, or withheld to measure the method.
struct BaselineFit {
  let inputs: BaselineInputs
  /// `[subheading x origin]`, dollars.
  private(set) var cells: [Double]
  /// Whether a cell rests on a figure known for its subheading.
  private(set) var isKnown: [Bool]
  private(set) var residuals: [MarginFit.Residual] = []
  /// Chapter totals no subheading could take: chapter, origin, dollars.
  private(set) var unallocated: [(chapter: String, origin: Int, value: Double)] = []
  private(set) var chapterGroups: [(chapter: String, origins: [Int], total: Double)] = []

  private var count: Int { inputs.origins.count }

  /// What the seed of the rest of the world is, as a share of world imports of 2012 to 2014: about
  /// what the origins without a name buy; the margins set the level.
  private static let restShare = 0.02
  /// A subheading of the world keeps at least this share of its old value for the unknown origins,
  /// lest a rise of a known origin empty the others.
  private static let leastOpenShare = 0.05

  /// - Parameters:
  ///   - withheld: known origins to fit like the others.
  ///   - margins: which margins to use beside chapter x origin.
  init(_ inputs: BaselineInputs, withheld: Set<Int> = [], onlyChapters: Bool = false) {
    self.inputs = inputs
    let width = inputs.origins.count
    let subheadings = inputs.subheadings
    cells = Array(repeating: 0, count: subheadings.count * width)
    isKnown = Array(repeating: false, count: cells.count)
    var byChapter: [String: [Int]] = [:]
    for (h, six) in subheadings.enumerated() {
      byChapter[String(six.prefix(2)), default: []].append(h)
      for (o, origin) in inputs.origins.enumerated() {
        cells[h * width + o] =
          origin.flows.isEmpty ? inputs.world[h] * Self.restShare : inputs.seeds[h][o]
      }
    }
    let chapters = byChapter.keys.sorted()
    let total = inputs.chapterMargins["TOTAL"] ?? [:]
    // Known origins: the subheadings scaled to the chapter margin.
    for (o, origin) in inputs.origins.enumerated() where origin.isKnown && !withheld.contains(o) {
      for chapter in chapters {
        let rows = byChapter[chapter] ?? []
        let sum = rows.reduce(0) { $0 + inputs.known[$1][o] }
        guard sum > 0 else { continue }
        let margin = origin.chapters.reduce(0) {
          $0 + (inputs.chapterMargins[$1]?[chapter]?.value ?? 0)
        }
        for h in rows {
          cells[h * width + o] = inputs.known[h][o] / sum * margin
          isKnown[h * width + o] = true
        }
      }
    }
    var groups: [MarginFit.Group] = []
    for chapter in chapters {
      let rows = byChapter[chapter] ?? []
      var rest = total[chapter]?.value ?? 0
      var pool: [Int] = []
      for (o, origin) in inputs.origins.enumerated() {
        if origin.chapters.isEmpty {
          pool.append(o)
          continue
        }
        let margin = origin.chapters.reduce(0) {
          $0 + (inputs.chapterMargins[$1]?[chapter]?.value ?? 0)
        }
        rest -= margin
        add(chapter, rows, [o], margin, to: &groups)
      }
      add(chapter, rows, pool, max(rest, 0), to: &groups)
    }
    var fit = MarginFit(
      cells: cells, chapters: groups, industries: onlyChapters ? [] : industryGroups(),
      world: onlyChapters ? [] : worldGroups(byChapter, total))
    residuals = fit.run()
    cells = fit.cells
  }

  private mutating func add(
    _ chapter: String, _ rows: [Int], _ origins: [Int], _ total: Double,
    to groups: inout [MarginFit.Group]
  ) {
    let members = rows.flatMap { h in origins.map { h * count + $0 } }
    chapterGroups.append((chapter, origins, total))
    let known = members.filter { isKnown[$0] }
    if members.reduce(0, { $0 + cells[$1] }) > 0 {
      // Known cells carry their margin already, so the group holds whether they are scaled or not.
      groups.append(MarginFit.Group(cells: known.isEmpty ? members : known, total: total))
    } else if total > 0, let last = origins.last {
      unallocated.append((chapter, last, total))
    }
  }

  /// Industry x origin for origins with a margin, the rest of the world as one group.
  private func industryGroups() -> [MarginFit.Group] {
    var rows: [String: [Int]] = [:]
    for (h, industry) in inputs.industries.enumerated() where !industry.isEmpty {
      rows[industry, default: []].append(h)
    }
    var groups: [MarginFit.Group] = []
    for (industry, members) in rows.sorted(by: { $0.key < $1.key }) {
      var rest = inputs.industryMargins["TOTAL FOR ALL COUNTRIES"]?[industry] ?? 0
      var pool: [Int] = []
      for (o, origin) in inputs.origins.enumerated() {
        guard !origin.industries.isEmpty else {
          pool.append(o)
          continue
        }
        let margin = origin.industries.reduce(0) {
          $0 + $1.sign * (inputs.industryMargins[$1.name]?[industry] ?? 0)
        }
        rest -= margin
        let open = members.map { $0 * count + o }.filter { !isKnown[$0] }
        if margin > 0, open.count == members.count {
          groups.append(MarginFit.Group(cells: open, total: margin))
        }
      }
      let open = members.flatMap { h in pool.map { h * count + $0 } }
      if rest > 0 { groups.append(MarginFit.Group(cells: open, total: rest)) }
    }
    return groups
  }

  /// Subheadings of the world, scaled by chapter to the year, less what is known.
  private func worldGroups(
    _ byChapter: [String: [Int]], _ total: [String: (value: Double, duty: Double)]
  ) -> [MarginFit.Group] {
    var groups: [MarginFit.Group] = []
    for (chapter, rows) in byChapter.sorted(by: { $0.key < $1.key }) {
      let old = rows.reduce(0) { $0 + inputs.world[$1] }
      guard old > 0, let year = total[chapter]?.value else { continue }
      for h in rows where inputs.world[h] > 0 {
        let target = inputs.world[h] / old * year
        var known = 0.0
        var open: [Int] = []
        for o in 0..<count {
          if isKnown[h * count + o] {
            known += cells[h * count + o]
          } else {
            open.append(h * count + o)
          }
        }
        groups.append(
          MarginFit.Group(
            cells: open, total: max(target - known, target * Self.leastOpenShare)))
      }
    }
    return groups
  }
}
