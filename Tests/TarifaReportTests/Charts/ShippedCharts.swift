import JSONText
import TarifaReport

/// Every way to make a chart of an answer, with the answer it is made of.
enum ShippedCharts {
  struct Way: Sendable, CustomStringConvertible {
    let name: String
    let answer: Result<JSONValue, any Error>
    let make: @Sendable (JSONValue) throws(JSONShapeError) -> any Chart

    var description: String { name }

    func chart() throws -> any Chart { try make(answer.get()) }
  }

  static let ways: [Way] =
    [
      Way(name: "duty", answer: ShippedAnswers.duty) { answer throws(JSONShapeError) in
        try Waterfall(duty: answer)
      },
      Way(name: "steel", answer: ShippedAnswers.steel) { answer throws(JSONShapeError) in
        try Waterfall(duty: answer)
      },
      Way(name: "open duty", answer: ShippedAnswers.open) { answer throws(JSONShapeError) in
        try Waterfall(duty: answer)
      },
      Way(name: "history", answer: ShippedAnswers.history) { answer throws(JSONShapeError) in
        try StepLine(history: answer)
      },
      Way(name: "measures", answer: ShippedAnswers.history) { answer throws(JSONShapeError) in
        try Gantt(history: answer)
      },
      Way(name: "docket", answer: ShippedAnswers.docket) { answer throws(JSONShapeError) in
        try Gantt(docket: answer)
      },
      Way(name: "rate", answer: ShippedAnswers.effectiveRate) { answer throws(JSONShapeError) in
        try StackedArea(effectiveRate: answer)
      },
      Way(name: "goods", answer: ShippedAnswers.design) { answer throws(JSONShapeError) in
        try Treemap(design: answer)
      },
      Way(name: "frontier", answer: ShippedAnswers.design) { answer throws(JSONShapeError) in
        try FrontierCurve(design: answer)
      },
      Way(name: "tornado", answer: ShippedAnswers.impact) { answer throws(JSONShapeError) in
        try Tornado(impact: answer)
      },
      Way(name: "jobs tornado", answer: ShippedAnswers.impact) { answer throws(JSONShapeError) in
        try Tornado(impact: answer, amount: .jobs)
      },
      Way(name: "pairs", answer: ShippedAnswers.comparison) { answer throws(JSONShapeError) in
        try BarGroups(comparison: answer)
      },
      Way(name: "sectors", answer: ShippedAnswers.comparison) { answer throws(JSONShapeError) in
        try BarGroups.sectors(comparison: answer)
      },
      Way(name: "notice", answer: ShippedAnswers.annex) { answer throws(JSONShapeError) in
        try RangeBars.lines(annex: answer)
      },
      Way(name: "requests", answer: ShippedAnswers.exclusions) { answer throws(JSONShapeError) in
        try BarGroups.requests(exclusions: answer)
      },
      Way(name: "revenue spared", answer: ShippedAnswers.exemptions) {
        answer throws(JSONShapeError) in try RangeBars.revenue(exemptions: answer)
      },
      Way(name: "leakage", answer: ShippedAnswers.exemptions) { answer throws(JSONShapeError) in
        try RangeBars.leakage(exemptions: answer)
      },
      Way(name: "revisions", answer: ShippedAnswers.rotation) { answer throws(JSONShapeError) in
        try BarGroups.revisions(rotation: answer)
      },
      Way(name: "loss by revision", answer: ShippedAnswers.rotation) {
        answer throws(JSONShapeError) in try RangeBars.loss(rotation: answer)
      },
      Way(name: "clash", answer: ShippedAnswers.clash) { answer throws(JSONShapeError) in
        try BarGroups(clash: answer)
      },
    ]
    + [
      ("world", ShippedAnswers.world, Report.Kind.world, 6),
      ("agreement", ShippedAnswers.agreement, .world, 3), ("game", ShippedAnswers.game, .game, 5),
      ("escalation", ShippedAnswers.escalation, .escalation, 2),
      ("deficit", ShippedAnswers.deficit, .deficit, 2),
    ].flatMap { name, answer, kind, count in
      // Pictures of worlds are made with their report.
      (0..<count).map { place in
        Way(name: "\(name) \(place)", answer: answer) { answer throws(JSONShapeError) in
          let charts = try Report(answer, kind).charts
          guard charts.count == count else { throw JSONPlace(answer).lacking("\(count) pictures") }
          return charts[place]
        }
      }
    }
    + [("draws", ShippedAnswers.impact), ("no draws", ShippedAnswers.impactWithoutDraws)]
    .flatMap { name, answer in
      [
        Way(name: "who pays, \(name)", answer: answer) { answer throws(JSONShapeError) in
          try RangeBars.whoPays(impact: answer)
        },
        Way(name: "origins, \(name)", answer: answer) { answer throws(JSONShapeError) in
          try RangeBars.origins(impact: answer)
        },
        Way(name: "prices, \(name)", answer: answer) { answer throws(JSONShapeError) in
          try RangeBars.prices(impact: answer)
        },
        Way(name: "deciles, \(name)", answer: answer) { answer throws(JSONShapeError) in
          try RangeBars.deciles(impact: answer)
        },
        Way(name: "jobs, \(name)", answer: answer) { answer throws(JSONShapeError) in
          try RangeBars.jobs(impact: answer)
        },
      ]
    }
}
