import Questions

extension Route {
  /// Every question over HTTP. The router, the OpenAPI document and the tests are made from it.
  public static let all: [Route] = [
    Route(.get, "duty", DutyQuestion.self, .quick, "What is owed on one entry, and why."),
    Route(
      .get, "history", HistoryQuestion.self, .quick,
      "A code's life: what it owed day by day, and why that changed."),
    Route(
      .get, "goods", GoodsQuestion.self, .quick,
      "Codes by words of their official names, or what stands under a code."),
    Route(
      .get, "rates", RatesQuestion.self, .heavy, command: ["rates", "table"],
      "What the table of all rates of a day holds."),
    Route(
      .get, "rates/changes", RateChangesQuestion.self, .heavy,
      "What differs between the rates of two days."),
    Route(
      .get, "rates/etr", EffectiveRateQuestion.self, .heavy,
      "The effective statutory rate over time, weighted by the imports of a year."),
    Route(
      .get, "case", CaseQuestion.self, .quick,
      "The docket of an investigation on a day: what is done, late and next."),
    Route(
      .get, "law/book", LawBookQuestion.self, .heavy,
      "What the law held covers and lacks."),
    Route(
      .get, "law/measures", MeasuresQuestion.self, .quick,
      "The measures of the law with their days, rates and citations."),
    Route(
      .get, "data/list", DataListQuestion.self, .quick,
      "Every shipped table with its source and vintage, and the sets imported."),
    Route(
      .get, "actions", ActionListQuestion.self, .quick,
      "The shipped actions, briefs, cases, agreements, escalations and deficit plans by id."),
    Route(
      .get, "brief", BriefQuestion.self, .quick,
      "A brief as JSON, to change and ask again."),
    Route(
      .post, "assess", AssessQuestion.self, .heavy,
      "What an action does to imports, prices, revenue, jobs and the balance."),
    Route(
      .post, "world/assess", WorldAssessQuestion.self, .heavy,
      "What an action or an agreement does to every country's income, trade and prices."),
    Route(
      .post, "world/game", WorldGameQuestion.self, .heavy,
      "Optimal tariffs of two countries on each other's goods, and where they come to rest."),
    Route(
      .post, "world/escalate", WorldEscalateQuestion.self, .heavy,
      "The world after each round of actions and answers."),
    Route(
      .post, "deficit", DeficitQuestion.self, .heavy,
      "A cut of a bilateral deficit, by each instrument: what it takes and what it does."),
    Route(
      .post, "design", DesignQuestion.self, .heavy,
      "The goods of a list for a brief, chosen with a proof."),
    Route(
      .post, "diff", DiffQuestion.self, .heavy, "Two actions or briefs side by side."),
    Route(
      .post, "annex", AnnexQuestion.self, .heavy,
      "The annex of a notice: headings, rates and the table of goods."),
    Route(
      .post, "exclusions", ExclusionsQuestion.self, .heavy,
      "What granting exclusion requests costs the action and saves buyers."),
    Route(
      .post, "exemptions", ExemptionsQuestion.self, .heavy,
      "What sparing an origin costs, and what leaks through it."),
    Route(
      .post, "rotate", RotateQuestion.self, .heavy,
      "The carousel of a list: each revision's lines out and in."),
  ]
}
