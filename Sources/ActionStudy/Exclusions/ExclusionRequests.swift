public import TabularText
public import TariffLaw
public import TradeAction

/// Where requests come from.
public enum ExclusionRequests {
  /// The rows of a file with the columns `id,hts` and, where given, `origin,share`.
  ///
  /// - Throws: ``CSVError`` when the text is not well formed or lacks a column.
  public static func read(_ bytes: [UInt8]) throws(CSVError) -> [ExclusionRequest] {
    let table = try CSVTable(bytes)
    let (id, hts) = (try table.column("id"), try table.column("hts"))
    let (origin, share) = (table.optionalColumn("origin"), table.optionalColumn("share"))
    func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
    return table.records.map { record in
      ExclusionRequest(
        id: record.fields.field(id), hts: record.fields.field(hts),
        origin: optional(record.fields.field(origin)), share: optional(record.fields.field(share)))
    }
  }

  /// The exclusions that the law itself grants from an action and that are in force on its day: one
  /// request a heading and code.
  ///
  /// Most take in only the goods described within a code; how much of the code they are is not held, so
  /// that whole codes stand for them.
  public static func granted(
    _ tariffs: ActionTariffs, in regime: Regime
  ) -> [ExclusionRequest] {
    var found: [ExclusionRequest] = []
    var seen: Set<String> = []
    for measure in regime.measures where tariffs.measures.contains(measure.id) {
      for exemption in measure.exemptions
      where !exemption.scope.claims.isEmpty && exemption.validity.span.contains(tariffs.day) {
        for list in exemption.scope.goods?.lists ?? [] {
          for row in regime.goodsLists[list]?.rows ?? [] where row.included {
            let id = "\(exemption.heading ?? measure.id) \(row.code.dotted)"
            guard seen.insert(id).inserted else { continue }
            found.append(ExclusionRequest(id: id, hts: row.code.digits))
          }
        }
      }
    }
    return found
  }
}
