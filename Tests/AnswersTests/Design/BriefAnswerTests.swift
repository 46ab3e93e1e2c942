import Answers
import Testing
import TradeAction

/// What is printed of a brief reads back as the same brief.
@Suite struct BriefAnswerTests {
  @Test(arguments: try ActionLibrary.briefIDs())
  func shippedBriefsReadBack(_ id: String) throws {
    let brief = try ActionLibrary.brief(id, paths: false)
    let again = try BriefReader(file: "again").brief(Array(BriefAnswer(brief).json.text.utf8))
    #expect(again == brief)
  }

  /// Every key of a brief's file that the shipped ones do not use together.
  @Test func everyKeyReadsBack() throws {
    let text = """
      id: all
      title: 'Every key: "quoted", with a colon'
      importer: us
      partner: CN
      baseline: us-imports-2017
      on: 2018-03-22
      rate: [10%, 12.5%]
      target: {harm: 50000000000, measure: lost-sales, tolerance: 0.25%}
      groups:
        one: {codes: ['8482', '010121'], naics: ['3344'], end-use: capital}
        two: {title: two, technology: ['01'], ict: all, groups: one, except: {codes: ['8517']}}
        three: {measures: ['us/section-301/china/*'], measures-on: 2018-07-06}
      candidates: [one, two]
      must: [{group: three, reason: because}]
      exclude: [{group: one, reason: 'not: this'}]
      floors: [{group: two, share: 60%, firm: yes}]
      caps: [{each: chapter, share: 25%}, {each: sector, share: 1/3%}, {of: partner-share, share: 50%}]
      largest-partner-share: 90%
      smallest-value: 100000
      lines: {fewest: 2, most: 900}
      objective: [{term: net-loss, weight: 0.125, group: one}, {term: line, weight: -3}]
      assumptions: fontagne-2022
      real: {measures: ['us/section-301/china/list-1'], on: 2018-07-06}
      notes: a note
      """.replacing("1/3%", with: "12.345%")
    let brief = try BriefReader(file: "all").brief(Array(text.utf8))
    let again = try BriefReader(file: "again").brief(Array(BriefAnswer(brief).json.text.utf8))
    #expect(again == brief)
  }
}
