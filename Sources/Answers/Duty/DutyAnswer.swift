public import JSONText
public import TariffLaw

/// An assessment as the surfaces show it: one JSON document, one page of text.
public struct DutyAnswer: Sendable {
  public let assessment: Assessment
  /// What is filed; `nil` when there is no answer to file.
  public let filing: Filing?
  let withFees: Bool

  /// - Parameter withFees: whether charges beside the duty were asked for.
  public init(_ assessment: Assessment, regime: Regime, withFees: Bool = false) {
    self.assessment = assessment
    filing = Filing(assessment, regime: regime)
    self.withFees = withFees
  }

  /// The document of the command-line contract: rates are fractions, money is dollars, codes are
  /// undotted.
  public var json: JSONValue {
    let total = assessment.total
    var members: [(name: String, value: JSONValue)] = [
      ("hts", .string(assessment.entry.code.digits)),
      ("origin", .string(assessment.entry.origin.text)),
      ("on", .day(assessment.entry.day)),
      ("edition", .text(assessment.edition)),
      ("goods", .text(assessment.goods)),
      ("status", .string(assessment.status.rawValue)),
      (
        "total",
        .object([
          ("rate", .exact(total.rate)),
          ("additional_rate", .exact(total.additionalRate)),
          ("duty", .money(total.duty)),
          ("rate_low", .exact(total.rateLow)),
          ("rate_high", .exact(total.rateHigh)),
          ("duty_low", .money(total.dutyLow)),
          ("duty_high", .money(total.dutyHigh)),
        ])
      ),
      ("lines", .array(assessment.lines.map(DutyAnswer.json))),
      ("readings", .array(assessment.readings.map(DutyAnswer.json))),
      ("questions", .array(assessment.questions.map(DutyAnswer.json))),
      ("warnings", .array(assessment.warnings.map { .string($0) })),
    ]
    if withFees {
      members.append(
        (
          "fees",
          .object([
            ("lines", .array(assessment.fees.map(DutyAnswer.json))),
            ("total", .money(feeTotal)),
            ("landed_cost", .money(landedCost)),
          ])
        ))
    }
    members.append(("filing", filing?.json ?? .null))
    return .object(members)
  }

  /// Dollars; `nil` when a charge is not known.
  var feeTotal: Fraction? {
    assessment.fees.reduce(Fraction?.some(0)) { sum, line in
      sum.flatMap { sum in line.duty.map { sum + $0 } }
    }
  }

  /// Customs value, duty and charges; inland freight, insurance and brokerage are not in it.
  var landedCost: Fraction? {
    guard let value = assessment.entry.value, let duty = assessment.total.duty, let feeTotal else {
      return nil
    }
    return value + duty + feeTotal
  }

  private static func json(_ line: AssessedLine) -> JSONValue {
    // Only a line that counts has a rate, so that the rates of the lines add up to the total.
    let counts = line.status == .applied || line.status == .needsFacts
    return .object([
      ("measure", .string(line.measure)),
      ("heading", .text(line.heading)),
      ("authority", .string(line.authority)),
      ("title", .string(line.title)),
      ("status", .string(line.status.rawValue)),
      ("rate", counts ? .exact(line.rate) : .null),
      ("duty", counts ? .money(line.duty) : .null),
      ("would_be_rate", counts ? .null : .exact(line.rate)),
      ("rate_text", .text(line.rateText)),
      ("citation", .string(line.citation)),
      ("from", .day(line.span?.first)),
      ("until", .day(line.span?.last)),
      ("reason", .string(line.reason)),
      ("declares", .text(line.declared)),
    ])
  }

  private static func json(_ reading: ReadingOutcome) -> JSONValue {
    .object([
      ("id", .string(reading.id)),
      ("text", .string(reading.text)),
      ("source", .string(reading.source)),
      ("default", .bool(reading.isDefault)),
      ("status", .string(reading.status.rawValue)),
      ("rate", .exact(reading.rate)),
      ("duty", .money(reading.duty)),
    ])
  }

  private static func json(_ question: Question) -> JSONValue {
    .object([
      ("fact", .string(question.fact)),
      ("unit", .text(question.unit)),
      ("values", .array(question.values.map { .string($0) })),
      ("text", .string(question.text)),
    ])
  }
}
