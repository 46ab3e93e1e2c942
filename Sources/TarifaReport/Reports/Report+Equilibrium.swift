import JSONText

extension Report {
  /// The world after a shock of the user's own.
  static func equilibrium(_ place: JSONPlace) throws(JSONShapeError) -> Report {
    var report = Report(
      kind: .equilibrium,
      title:
        "\(try place.at("base", "folder").text()) after \(try place.at("shock", "file").text())",
      question: "What do the new tariffs do to every country of this base?")
    let countries = try place.at("countries")
    report.figure("Countries", Unit.whole.words(Double(try countries.items().count)))
    report.figure("Rounds", Unit.whole.words(try place.at("iterations").number()))
    report.figure("Largest relative error", "\(try place.at("residual").number())")
    report.charts = [try RangeBars.realIncome(countries, "New tariffs")]
    report.tables = [try Table("Countries", of: countries, countryFields)]
    report.explain(try place.at("base").optional("notes"))
    report.explain(place.optional("warnings"))
    return report
  }
}
