import LawFiles
import TestSupport
import Testing
import TradeAction

struct AssumptionsTests {
  private static let text = """
    id: a
    title: A
    extends: fgkk-2020
    parameters:
      - name: sigma
        by-good: {table: elasticities-variety, rule: value, cap-percentile: 95}
        assumed-spread: 0.25
        minimum: 1
        source: s
        verified: yes
      - name: omega
        value: 0
        standard-error: 0.05
        by-sector:
          - {industries: ['3311'], value: 0.4, source: s}
        source: s
    """

  @Test func aFileIsReadOnWhatItExtends() throws {
    let base = try ActionLibrary.assumptions("fgkk-2020")
    let draft = try AssumptionsReader(file: "a.yaml").assumptions(Array(Self.text.utf8))
    #expect(draft.extends == "fgkk-2020")
    let found = draft.assumptions(on: base)
    #expect(found.id == "a" && found.parameters.count == base.parameters.count)
    #expect(found["sigma"]?.byGood?.capPercentile == 95)
    #expect(found["omega"]?.bySector.first?.value == 0.4)
    #expect(found["eta"] == base["eta"])
  }

  @Test func mistakesAreNamedTogether() {
    let text = """
      id: a
      title: A
      parameters:
        - name: sigma
          by-good: {table: t, rule: twice, cap-percentile: 101}
          source: s
        - {name: eta, value: much, source: s}
        - {name: kappa, value: 1, standard-error: 1, assumed-spread: 1, source: s}
        - {name: omega, value: 0, standard-error: -1, source: s, verified: perhaps}
        - {name: omega, value: 0, source: s}
      """
    do {
      _ = try AssumptionsReader(file: "a.yaml").assumptions(Array(text.utf8))
      Issue.record("accepted")
    } catch {
      for (field, line) in [
        ("rule", 5), ("cap-percentile", 5), ("value", 7), ("assumed-spread", 8),
        ("standard-error", 9), ("verified", 9),
      ] {
        #expect(error.errors.contains { $0.field == field && $0.line == line }, "\(field)")
      }
      #expect(error.errors.contains { $0.message.contains("set twice") })
    }
  }

  @Test func everyShippedFileIsWhole() throws {
    for name in ["fgkk-2020", "broda-weinstein-2006", "fontagne-2022", "steel-half"] {
      let found = try ActionLibrary.assumptions(name)
      for parameter in ["sigma", "eta", "kappa", "omega", "home-supply"] {
        #expect(found[parameter] != nil, "\(name): \(parameter)")
        #expect(found[parameter]?.source.isEmpty == false)
      }
    }
    #expect(throws: ActionError.self) { try ActionLibrary.assumptions("no-such") }
  }

  @Test func horizonsChangeWhatTheyName() throws {
    let base = try ActionLibrary.assumptions("fgkk-2020")
    let long = try ActionLibrary.horizon("long-run").applied(to: base)
    #expect(abs((long.value("sigma") ?? 0) - 2.6 * 2.53) < 1e-12)
    #expect(long.value("home-supply") == .infinity && long["home-supply"]?.assumedSpread == nil)
    #expect(long["eta"] == base["eta"])
    let year = try ActionLibrary.horizon("one-year").applied(to: base)
    #expect(year == base)
    #expect(try ActionLibrary.horizon("static").responds == false)
    #expect(throws: ActionError.self) { try ActionLibrary.horizon("ten-weeks") }
  }

  @Test(arguments: 0..<300)
  func damagedAssumptions(seed: Int) {
    var random = SplitMix(seed: seed)
    let bytes = damaged(
      Array(Self.text.utf8), pieces: [": ", "\n", "[", "{", "-", "&x ", "1e999", "infinite"],
      with: &random)
    do {
      _ = try AssumptionsReader(file: "a.yaml").assumptions(bytes)
    } catch {
      #expect(error.errors.allSatisfy { !$0.message.isEmpty } && !error.errors.isEmpty)
    }
  }
}
