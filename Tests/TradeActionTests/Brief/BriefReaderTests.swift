import LawFiles
import TariffLaw
import TestSupport
import Testing
import TradeAction

struct BriefReaderTests {
  private static let whole = """
    id: b
    title: A brief
    importer: us
    partner: CN
    baseline: us-imports-2017
    on: 2018-03-22
    rate: [10%, 0.25]
    target: {harm: 50000000000, measure: duty, tolerance: 1%}
    groups:
      tech:
        title: technology
        technology: ['04', '05']
        ict: all
        naics: '334'
        except: {codes: ['8517.12']}
      all-tech:
        groups: tech
        codes: 90
    candidates: [all-tech]
    must: [{group: tech, reason: the point of it}]
    exclude: [{group: all-tech, reason: none}]
    floors: [{group: tech, share: 60%, firm: yes}]
    caps:
      - {each: chapter, share: 0.3}
      - {of: partner-share, share: 50%}
    largest-partner-share: 80%
    smallest-value: 1000
    lines: {fewest: 5, most: 500}
    objective:
      - {term: buyers-loss, weight: 1}
      - {term: value, group: tech, weight: -0.05}
    assumptions: fgkk-2020
    real: {measures: us/section-301/china/list-1, on: 2018-07-06}
    notes: words

    """

  private func read(_ text: String) throws(LawErrors) -> Brief {
    try BriefReader(file: "brief.yaml").brief(Array(text.utf8))
  }

  @Test func everyFieldIsRead() throws {
    let brief = try read(Self.whole)
    #expect(brief.rates == [Fraction(1, over: 10), Fraction(1, over: 4)])
    #expect(brief.target.measure == .duty && brief.target.isHarm)
    #expect(
      brief.target.amount == 50_000_000_000 && brief.target.tolerance == Fraction(1, over: 100))
    let tech = try #require(brief.group("tech"))
    #expect(
      tech.parts == [.technology(["04", "05"]), .communication([]), .industries(["334"])])
    #expect(tech.except == [.codes([try HTSCode("851712")])])
    #expect(brief.group("all-tech")?.parts == [.codes([try HTSCode("90")]), .group("tech")])
    #expect(
      brief.floors == [
        Brief.Bound(subject: .group("tech"), share: Fraction(3, over: 5), isFirm: true)
      ])
    #expect(brief.caps.map(\.subject) == [.eachChapter, .partnerShare])
    #expect(brief.largestPartnerShare == Fraction(4, over: 5) && brief.smallestValue == 1000)
    #expect(brief.fewestLines == 5 && brief.mostLines == 500)
    #expect(brief.objective.last?.weight == Fraction(-1, over: 20))
    #expect(brief.real?.on == Day("2018-07-06"))
  }

  /// One slip each: the message names the field, and what to do.
  @Test(arguments: [
    ("rate: [10%, 0.25]", "rate: much", "rate"),
    ("rate: [10%, 0.25]", "rate: 2000%", "rate"),
    ("partner: CN", "partner: China", "two-letter"),
    ("harm: 50000000000, measure: duty", "harm: 50000000000", "measure"),
    ("harm: 50000000000, measure: duty", "value: -5", "more than 0"),
    ("harm: 50000000000, measure: duty", "value: 5, duty: 6", "one measure"),
    ("tolerance: 1%", "tolerance: 100%", "below 100%"),
    ("candidates: [all-tech]", "candidates: [all-teck]", "did you mean 'all-tech'"),
    ("groups: tech", "groups: other", "'other'"),
    ("{of: partner-share, share: 50%}", "{of: state, share: 50%}", "by state"),
    ("{of: partner-share, share: 50%}", "{of: partner-share, share: 150%}", "0% to 100%"),
    ("{of: partner-share, share: 50%}", "{of: partner-share, each: chapter, share: 5%}", "one of"),
    ("{each: chapter, share: 0.3}", "{each: town, share: 0.3}", "chapter nor sector"),
    ("term: buyers-loss, weight: 1", "term: buyers-los, weight: 1", "choose from"),
    ("term: buyers-loss, weight: 1", "term: buyers-loss", "weight"),
    ("lines: {fewest: 5, most: 500}", "lines: {fewest: 600, most: 500}", "more than 'most'"),
    ("codes: ['8517.12']", "codes: ['85X']", "85X"),
    ("assumptions: fgkk-2020", "asumptions: fgkk-2020", "did you mean 'assumptions'"),
    ("firm: yes", "firm: maybe", "yes nor no"),
  ])
  func aSlipIsNamed(from: String, to: String, words: String) throws {
    let text = Self.whole.replacing(from, with: to)
    #expect(text != Self.whole)
    let error = try #require(throws: LawErrors.self) { try read(text) }
    #expect("\(error)".contains(words), "\(error)")
    #expect("\(error)".contains("brief.yaml"))
  }

  /// Whatever is cut out or put in, the reader answers or names a problem.
  @Test func damagedBriefsDoNotBreakIt() {
    var random = SplitMix(seed: 7)
    for _ in 0..<600 {
      var bytes = Array(Self.whole.utf8)
      for _ in 0..<(1 + Int(random.next() % 4)) {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8(truncatingIfNeeded: random.next() % 96 + 32), at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 9))
        }
      }
      do {
        _ = try BriefReader(file: "x").brief(bytes)
      } catch {
        #expect(!error.errors.isEmpty)
      }
    }
  }

  @Test func shippedBriefsAreWhole() throws {
    let ids = try ActionLibrary.briefIDs()
    #expect(ids.contains("brief-us-cn-30bn") && ids.contains("brief-us-cn-60bn"))
    for id in ids {
      let brief = try ActionLibrary.brief(id)
      #expect(brief.id == id)
      _ = try ActionLibrary.assumptions(brief.assumptions)
    }
  }
}
