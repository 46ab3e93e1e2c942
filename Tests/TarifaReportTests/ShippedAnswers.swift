import ActionStudy
import Answers
import Foundation
import JSONText
import ListDesign
import Questions
import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

/// Answers on the shipped data, made once for all tests and read back from their printed text, as
/// stored answers are.
enum ShippedAnswers {
  static let duty = read { try duty("8482.10.50.44", "CN", "2018-07-06") }
  /// With lines that are displaced.
  static let steel = read { try duty("7208.10.15.00", "CN", "2026-03-01") }
  /// A duty by weight and value, without a value to divide by.
  static let specific = read { try duty("0406.90.97.00", "FR", "2018-07-06") }
  /// Whose total hangs on facts that are not stated.
  static let open = read { try duty("7616.99.51", "CN", "2025-06-10") }
  static let history = read {
    try CodeHistory(HistoryRequest(hts: "8482.10.50.44", origin: "CN"), book: book.get()).json
  }
  static let effectiveRate = read { try effectiveRate(by: .authority) }
  static let effectiveRateWhole = read { try effectiveRate(by: nil) }
  static let impact = read { try impact("us-301-list-1", drawn) }
  static let impactWithoutDraws = read { try impact("us-301-list-2", nil) }
  /// Of a model without home producers, prices or jobs.
  static let impactOfSmart = read { try impact("us-301-list-1", nil, model: .smart) }
  static let comparison = read {
    let (a, b) = (try assessed("us-301-list-1"), try assessed("us-301-list-2"))
    return ComparisonAnswer(try ActionComparison(a, b)).json
  }
  static let docket = read { try docket("us-301-china-2017", on: "2018-07-06") }
  static let design = read { try designed() }

  static let annex = read { try asked(AnnexQuestion.self, [("action", "us-301-list-2")]) }
  static let exclusions = read {
    try asked(
      ExclusionsQuestion.self,
      [
        ("action", "us-301-list-1"),
        ("requests", "id,hts,origin\na,8482.10.50,\nb,8482.10.50.44,CN\nc,0101.21.00,\n"),
      ])
  }
  static let exemptions = read {
    try asked(
      ExemptionsQuestion.self,
      [
        ("action", "us-232-metals-2018"), ("origin", "CA"), ("origin", "JP"), ("draws", "20"),
      ])
  }
  static let rotation = read {
    try asked(RotateQuestion.self, [("action", "us-301-list-2"), ("revisions", "2")])
  }
  static let clash = read {
    try asked(DesignQuestion.self, [("brief", brief(value: "900000000000")), ("brisk", "true")])
  }
  static let undecided = read {
    try asked(
      DesignQuestion.self, [("brief", "brief-us-cn-30bn"), ("nodes", "1"), ("brisk", "true")])
  }
  static let rateChanges = read {
    try asked(
      RateChangesQuestion.self,
      [("from", "2018-07-05"), ("to", "2018-07-06"), ("origin", "CN"), ("hts", "84")])
  }
  static let world = read {
    try asked(
      WorldAssessQuestion.self,
      [("action", "us-301-list-1"), ("base", "2017-7x44"), ("draws", "20"), ("labour", "fixed")])
  }
  static let agreement = read { try asked(WorldAssessQuestion.self, [("action", "tpp-12")]) }
  static let game = read {
    try asked(
      WorldGameQuestion.self,
      [
        ("home", "US"), ("partner", "CN"), ("base", "2017-7x44"), ("by", "uniform"),
        ("curves", "true"),
      ])
  }
  static let escalation = read {
    try asked(
      WorldEscalateQuestion.self, [("escalation", "us-cn-2018"), ("base", "2017-7x44")])
  }
  static let deficit = read {
    try asked(DeficitQuestion.self, [("plan", "us-cn-1bn"), ("base", "2017-7x44")])
  }
  static let dataList = read { try asked(DataListQuestion.self, []) }
  static let lawBook = read { try asked(LawBookQuestion.self, []) }

  /// Every answer above, by name.
  static let all: [(name: String, answer: Result<JSONValue, any Error>)] = [
    ("duty", duty), ("steel", steel), ("specific", specific), ("open", open), ("history", history),
    ("effective rate", effectiveRate), ("effective rate, whole", effectiveRateWhole),
    ("impact", impact), ("impact without draws", impactWithoutDraws),
    ("impact of smart", impactOfSmart), ("comparison", comparison), ("docket", docket),
    ("design", design), ("annex", annex), ("exclusions", exclusions), ("exemptions", exemptions),
    ("rotation", rotation), ("clash", clash), ("undecided", undecided),
    ("rate changes", rateChanges), ("data list", dataList), ("law book", lawBook),
    ("world", world), ("agreement", agreement), ("game", game), ("escalation", escalation),
    ("deficit", deficit),
  ]

  private static let desk = Desk(reach: .shipped)

  private static func asked<Asked: Questions.Question>(
    _ question: Asked.Type, _ given: [(name: String, text: String)]
  ) throws -> JSONValue {
    Asked.document(try Asked(given).answer(at: desk)).json
  }

  private static func read(_ make: () throws -> JSONValue) -> Result<JSONValue, any Error> {
    Result {
      let text = try make().text
      let answer = try JSONValue(parsing: Array(text.utf8))
      // What is read is written again byte for byte.
      guard answer.text == text else { throw RoundTripError() }
      return answer
    }
  }

  private struct RoundTripError: Error {}

  private static let drawn = DrawRequest(count: 20, seed: 1)

  static let book = Result {
    LawBook(
      regime: try ShippedLaw.regime("us"), schedule: try ShippedLaw.schedule(),
      countries: try ShippedCountries.codes(), conversions: ShippedConversions.pairs)
  }

  private static let ground = Result {
    try TariffGround(book: try book.get(), baseline: try ImportBaseline.shipped2017())
  }

  static func duty(_ hts: String, _ origin: String, _ on: String) throws -> JSONValue {
    let book = try book.get()
    let request = DutyRequest(hts: hts, origin: origin, on: on, value: "10000")
    return DutyAnswer(try book.assess(try request.entry(in: book)), regime: book.regime).json
  }

  static func docket(_ id: String, on text: String) throws -> JSONValue {
    let on = try #require(Day(text))
    return DocketAnswer(Docket(try CaseLibrary.caseFile(id), on: on)).json
  }

  private static func effectiveRate(by: EffectiveRateRequest.Dimension?) throws -> JSONValue {
    // The largest cells alone, which are enough for every authority to have a part.
    let all = try #require(try ImportWeights.shipped("us-imports-2024"))
    let cells = all.origins.indices.flatMap { origin in
      all.cells[origin].map { (all.codes[$0.code], origin, $0.value, $0.duty) }
    }
    let weights = ImportWeights(
      id: all.id, year: all.year, title: all.title, origins: all.origins,
      rows: cells.sorted { $0.2 > $1.2 }.prefix(400).map { $0 })
    return try EffectiveRateAnswer(
      EffectiveRateRequest(
        from: try #require(Day("2018-01-01")), to: try #require(Day("2026-08-22")),
        weights: all.id, claims: .none, by: by), weights: weights, book: try book.get()
    ).json
  }

  private static let study = Result { try study(.pe) }

  private static func study(_ model: ImpactModel) throws -> ImpactStudy {
    try ImpactStudy(
      try ground.get(),
      assumptions: try ActionLibrary.assumptions(model.assumptions ?? "fgkk-2020"),
      horizon: try ActionLibrary.horizon("one-year"), model: model,
      economy: try ActionLibrary.economy(of: "us"))
  }

  private static func impact(
    _ id: String, _ draws: DrawRequest?, model: ImpactModel = .pe
  ) throws -> JSONValue {
    let action = try ActionLibrary.action(id)
    let study = try model == .pe ? study.get() : study(model)
    return ImpactAnswer(try study.assess(action, on: action.on, draws: draws)).json
  }

  private static func assessed(_ id: String) throws -> AssessedAction {
    let action = try ActionLibrary.action(id)
    return try AssessedAction(try study.get(), action, on: action.on)
  }

  private static func brief(value: String) -> String {
    """
    id: test
    title: A list to <b>test</b> with & draw
    importer: us
    partner: CN
    baseline: us-imports-2017
    on: 2018-03-22
    rate: 25%
    target: {value: \(value), tolerance: 0.5%}
    objective: [{term: net-loss, weight: 1}]
    assumptions: fontagne-2022

    """
  }

  private static func designed() throws -> JSONValue {
    let brief = try BriefReader(file: "test").brief(Array(brief(value: "5000000000").utf8))
    let study = try ImpactStudy(
      try ground.get(), assumptions: try ActionLibrary.assumptions(brief.assumptions),
      horizon: try ActionLibrary.horizon("one-year"))
    guard case .chosen(let design) = try Designer(brief, try book.get(), study).design() else {
      Issue.record("no list was chosen")
      return .null
    }
    return try DesignAnswer(design).json
  }
}
