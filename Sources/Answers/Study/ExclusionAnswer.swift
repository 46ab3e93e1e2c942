public import ActionStudy

/// Scored requests as the surfaces show them.
public struct ExclusionAnswer: Sendable {
  public let study: ExclusionStudy
  /// Whether the requests are the law's own grants.
  public let isGranted: Bool

  public init(_ study: ExclusionStudy, isGranted: Bool = false) {
    self.study = study
    self.isGranted = isGranted
  }

  /// Rows by status, in the order of the statuses' first rows.
  var counts: [(status: ScoredRequest.Status, count: Int)] {
    var order: [ScoredRequest.Status] = []
    var counts: [ScoredRequest.Status: Int] = [:]
    for row in study.rows {
      if counts[row.status] == nil { order.append(row.status) }
      counts[row.status, default: 0] += 1
    }
    return order.map { ($0, counts[$0] ?? 0) }
  }

  /// What the scores are not, said with every answer.
  var notes: [String] {
    var notes = [
      "each row is granted alone; all together are not the sum of the rows, as requests overlap and"
        + " buyers turn from one good to another",
      "single runs with the central assumptions; the price level, jobs and partners' answers are not"
        + " scored",
    ]
    let later = study.rows.count { $0.basis == .laterImports }
    let whole = study.rows.count { $0.basis == .wholeLine }
    if later > 0 {
      notes.append(
        "\(later) rows take their share of the line from \(study.shareSource), which the action itself"
          + " may have changed")
    }
    if whole > 0 {
      notes.append(
        "\(whole) rows have no figure for their share of the line: the whole line stands for them, an"
          + " upper bound")
    }
    if isGranted {
      notes.append(
        "a grant for goods described within a code counts with the whole code, an upper bound")
    }
    return notes
  }
}
