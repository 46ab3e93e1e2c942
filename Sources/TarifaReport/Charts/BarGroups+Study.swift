public import JSONText

extension BarGroups {
  /// What buyers save and the treasury loses by request, from the answer of `exclusions`: dollars a
  /// year, the requests that save most.
  ///
  /// - Throws: ``JSONShapeError`` when no request was scored.
  public static func requests(
    exclusions answer: JSONValue, most: Int = 12
  ) throws(JSONShapeError) -> BarGroups {
    let list = try JSONPlace(answer).at("requests")
    var rows: [Row] = []
    for request in try list.items() {
      guard let saving = request.optional("buyers_saving") else { continue }
      rows.append(
        Row(
          try label(request), a: try saving.number(),
          b: -(try request.at("revenue_change").number())))
    }
    guard !rows.isEmpty else { throw list.lacking("a request with a score") }
    let order = rows.indices.sorted {
      (rows[$1].values[0] ?? 0, $0) < (rows[$0].values[0] ?? 0, $1)
    }
    return BarGroups(
      title: "Saving and revenue by request",
      subtitle: "Dollars a year, each request granted alone"
        + (rows.count > most ? "; the \(most) of \(rows.count) that save most." : "."),
      names: ("buyers' saving", "revenue lost"), rows: order.prefix(most).map { rows[$0] },
      unit: .dollars)
  }

  /// The name of a request, with its code where the name does not hold it.
  private static func label(_ request: JSONPlace) throws(JSONShapeError) -> String {
    let name = try request.at("id").text()
    let code = CodeWords.dotted(try request.at("hts").text())
    return name.contains(code) ? name : "\(name): \(code)"
  }

  /// What each revision of a list takes off and puts on, from the answer of `rotate`: imports a year.
  ///
  /// - Throws: ``JSONShapeError`` when there is no revision.
  public static func revisions(rotation answer: JSONValue) throws(JSONShapeError) -> BarGroups {
    let list = try JSONPlace(answer).at("revisions")
    var rows: [Row] = []
    for revision in try list.items() {
      let (out, new) = (try revision.at("out").items(), try revision.at("in").items())
      func imports(_ lines: [JSONPlace]) throws(JSONShapeError) -> Double {
        var sum = 0.0
        for line in lines { sum += try line.at("imports").number() }
        return sum
      }
      rows.append(
        Row(
          "\(try revision.at("on").text()): \(out.count) lines off, \(new.count) on",
          a: try imports(out), b: try imports(new)))
    }
    guard !rows.isEmpty else { throw list.lacking("a list of at least one revision") }
    return BarGroups(
      title: "Imports off and on the list by revision",
      subtitle: "Dollars of imports a year from the partner.", names: ("taken off", "put on"),
      rows: rows, unit: .dollars)
  }
}
