import ActionStudy
public import JSONText
import TradeAction

extension RotationAnswer {
  /// Amounts are dollars a year.
  public var json: JSONValue {
    .object([
      ("action", .string(study.action.id)), ("title", .string(study.action.title)),
      ("baseline", .string(study.baseline)),
      ("on", .day(study.start)),
      (
        "rule",
        rule.map {
          .object([
            ("procedure", .string($0.procedure)), ("step", .string($0.step.id)),
            ("citation", .string($0.step.reference.citation)),
            ("verified", .bool($0.step.reference.isVerified)),
            ("cases", .array($0.cases.map { .string($0) })),
          ])
        } ?? .null
      ),
      ("first", .string("\(study.request.first)")), ("every", .string("\(study.request.every)")),
      ("share", .double(study.request.share)), ("tolerance", .double(study.request.tolerance)),
      (
        "list",
        .object([
          ("lines", .integer(study.lines)), ("covered_imports", .double(study.imports)),
          ("buyers_loss", .double(study.loss)), ("average_rate", .double(study.rate)),
        ])
      ),
      (
        "pool",
        .object([
          ("lines", .integer(study.poolLines)), ("imports", .double(study.poolImports)),
        ])
      ),
      (
        "revisions",
        .array(
          study.revisions.map { revision in
            .object([
              ("number", .integer(revision.number)), ("on", .day(revision.day)),
              ("out", .array(revision.out.map(Self.line))),
              ("in", .array(revision.new.map(Self.line))),
              ("covered_imports_after", .double(revision.importsAfter)),
              ("buyers_loss_created", .double(revision.lossCreated)),
              ("loss_of_lines_alone", .double(revision.lossAlone)),
              ("bound", .double(revision.bound)), ("gap", .double(revision.gap)),
              ("buyers_loss_after", .double(revision.lossAfter)),
            ])
          })
      ),
      ("stopped", .text(study.stopped)),
      ("notes", .array(notes.map { .string($0) })),
    ])
  }

  private static func line(_ line: RotationLine) -> JSONValue {
    .object([
      ("hts", .string(line.code.digits)), ("imports", .double(line.imports)),
      ("fitted_imports", .double(line.fittedImports)), ("buyers_loss_alone", .double(line.loss)),
    ])
  }
}
