import TariffLaw

/// The page of what the law of all authorities refers to: groups of countries, and facts an entry
/// may state.
struct WordsPage {
  static let path = "groups-and-facts.md"

  let regime: Regime

  var lines: [String] {
    var lines = ["# Groups of countries and facts", "", "[The law](\(IndexPage.path))."]
    let groups = regime.groups.values.sorted { $0.name < $1.name }
    if !groups.isEmpty {
      lines += ["", "## Groups of countries", ""]
      lines +=
        MarkdownTable([
          MarkdownTable.Column(title: "Group", values: groups.map(\.name), lifts: false),
          MarkdownTable.Column(title: "Members", values: groups.map(members), lifts: false),
          MarkdownTable.Column(
            title: "Citation", values: groups.map { $0.citation ?? "" }, lifts: false),
        ]).lines
    }
    let facts = regime.facts.values.sorted { $0.name < $1.name }
    if !facts.isEmpty {
      lines += ["", "## Facts", ""]
      lines +=
        MarkdownTable([
          MarkdownTable.Column(title: "Fact", values: facts.map(\.name), lifts: false),
          MarkdownTable.Column(title: "What it is", values: facts.map(\.title), lifts: false),
          MarkdownTable.Column(title: "States", values: facts.map(\.allowed), lifts: false),
          MarkdownTable.Column(
            title: "Without it",
            values: facts.map { fact in
              let taken = fact.defaultValue.map { "taken as \($0)" }
              let asks = fact.missing == .asks ? "the answer asks" : "the other outcome is offered"
              return LawWords.list([taken, asks].compactMap { $0 })
            }, lifts: false),
        ]).lines
    }
    return lines
  }

  /// The members with their days; those with the same days together.
  private func members(_ group: CountryGroup) -> String {
    var spans: [DaySpan] = []
    var countries: [DaySpan: [CountryCode]] = [:]
    for membership in group.memberships {
      if countries[membership.span] == nil { spans.append(membership.span) }
      countries[membership.span, default: []].append(membership.country)
    }
    return spans.map { span in
      let codes = (countries[span] ?? []).sorted().map(\.text).joined(separator: " ")
      return span == .always ? codes : "\(codes) (\(span))"
    }.joined(separator: "; ")
  }
}
