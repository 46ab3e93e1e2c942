import ActionStudy
public import JSONText

extension ExclusionAnswer {
  /// Amounts are dollars a year.
  public var json: JSONValue {
    .object([
      ("action", .string(study.action.id)), ("title", .string(study.action.title)),
      ("on", .day(study.day)),
      ("baseline", .string(study.baseline)),
      (
        "requests",
        .array(
          study.rows.map { row in
            let isOK = row.status == .ok
            return .object(
              [
                ("id", .string(row.request.id)), ("hts", .string(row.request.hts)),
                ("origin", .text(row.request.origin)), ("share", .text(row.request.share)),
                ("status", .string(row.status.rawValue)),
                ("detail", .text(row.detail.isEmpty ? nil : row.detail)),
                ("share_basis", isOK ? .string(row.basis.rawValue) : .null),
              ] + Self.effect(isOK ? row.effect : nil))
          })
      ),
      ("together", .object(Self.effect(study.together))),
      ("sum_of_rows", .object(Self.effect(study.sumOfRows))),
      ("whole_action", .object(Self.effect(study.whole))),
      (
        "counts",
        .object(counts.map { ($0.status.rawValue, .integer($0.count)) })
      ),
      ("notes", .array(notes.map { .string($0) })),
    ])
  }

  private static func effect(
    _ effect: ScoredRequest.Effect?
  ) -> [(name: String, value: JSONValue)] {
    func number(_ amount: (ScoredRequest.Effect) -> Double?) -> JSONValue {
      effect.flatMap(amount).map { .double($0) } ?? .null
    }
    return [
      ("covered_imports", number(\.coveredImports)), ("duty", number(\.duty)),
      ("revenue_change", number(\.revenueChange)), ("buyers_saving", number(\.buyersSaving)),
      ("net_welfare_change", number(\.netWelfareChange)),
      ("spared_sales_change", number(\.sparedSalesChange)),
      ("value_per_dollar_saved", number(\.valuePerDollarSaved)),
    ]
  }
}
