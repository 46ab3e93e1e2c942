import ActionStudy

extension RotationAnswer {
  private static let shown = 6

  /// The schedule as a page of text, amounts in billions of dollars a year.
  public var text: String {
    func billions(_ value: Double) -> String { Amount.billions(value, decimals: 3) }
    var lines = [
      "\(study.action.title) (\(study.action.id)), first taken on \(study.start)",
      "Imports of \(study.baseline); billions of dollars a year", "",
      "The list as it begins: \(LawWords.count(study.lines, "line")) with imports,"
        + " \(billions(study.imports)) covered, buyers lose \(billions(study.loss))",
      "Lines that may come on: \(LawWords.grouped(study.poolLines)), \(billions(study.poolImports))",
      "",
      "Revision               lines out    value  lines in    value  list after  loss created  loss after    gap",
    ]
    for revision in study.revisions {
      func sum(_ lines: [RotationLine]) -> Double { lines.reduce(0) { $0 + $1.imports } }
      lines.append(
        Amount.left("  \(revision.number)  \(revision.day)", 22)
          + Amount.right("\(revision.out.count)", 10) + Amount.right(billions(sum(revision.out)), 9)
          + Amount.right("\(revision.new.count)", 10) + Amount.right(billions(sum(revision.new)), 9)
          + Amount.right(billions(revision.importsAfter), 12)
          + Amount.right(billions(revision.lossCreated), 14)
          + Amount.right(billions(revision.lossAfter), 12)
          + Amount.right("\(Amount.fixed(revision.gap * 100, 2))%", 7))
    }
    let created = study.revisions.reduce(0) { $0 + $1.lossCreated }
    lines += ["", "Loss newly created over all revisions: \(billions(created))", ""]
    for revision in study.revisions {
      lines.append("Revision \(revision.number), \(revision.day), the largest:")
      lines.append("  out  " + largest(revision.out))
      lines.append("  in   " + largest(revision.new))
    }
    if let stopped = study.stopped { lines += ["", "Stopped at \(stopped)."] }
    return (lines + [""] + notes.map { "Note: \($0)." }).joined(separator: "\n") + "\n"
  }

  private func largest(_ lines: [RotationLine]) -> String {
    let sorted = lines.sorted { ($1.imports, $0.code) < ($0.imports, $1.code) }
    return sorted.prefix(Self.shown)
      .map { "\($0.code.dotted) (\(Amount.billions($0.imports, decimals: 3)))" }
      .joined(separator: ", ")
      + (sorted.count > Self.shown ? " and \(sorted.count - Self.shown) more with --json" : "")
  }
}
