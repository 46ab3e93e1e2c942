import LawFiles
import TariffLaw
import TestSupport
import Testing

/// Damaged law files are named problems, never crashes, and what is accepted survives compiling.
struct LawFileFuzzTests {
  private static let measure = """
    id: zz/duties/metal
    title: A duty
    authority: metals
    origins: [AA, friends]
    goods: ['0101', '0102.90.00']
    assume: {share: 100}
    when: {any: [{share: {at-least: 20}}, {shipped: {before: 2020-01-01}}, {not: {claimed: [X]}}]}
    terms:
      - from: 2018-01-01
        until: 2019-12-31
        published: 2017-12-01
        ended: 2019-12-01
        heading: 9903.01.01
        duty: 5% + 1.5¢/kg
        base: {content: share}
        minimum: 25.67
        stacking: {tops-up-to-total-of: [metals], displaces: [zz/duties/other]}
        citation: somewhere
        void: {held: 2021-01-01, citation: a court}
        readings: [{id: r, text: other, source: x, duty: 7%, base: value}]
      - {from: 2020-01-01, column: {special: [A, B]}, stacking: {replaces: [metals]}, citation: c}
      - {from: 2021-01-01, effect: bars, citation: d}
    exemptions:
      - {from: 2018-01-01, goods: ['010110'], claims: [X], heading: 9903.01.02, citation: e, text: f}
    """
  private static let other =
    "{id: zz/duties/other, title: O, authority: o, terms: [{duty: Free, citation: c}]}"
  private static let pieces = [
    ": ", "- ", "\n", "\n  ", "{", "}", "[", "]", "&a ", "*a", "!x ", "'", "\"", "#", "9999-99-99",
    "duty: 33 1/3%\n", "from: 2030-02-29\n", "goods: nope.csv\n", "%", "-1", "\u{0}", "🙂", "\t",
  ]

  private func regime(_ bytes: [UInt8]) throws(LawErrors) -> Regime {
    var draft = RegimeDraft(importer: "zz")
    func add(_ path: String, _ text: String) {
      draft.add(path: path, file: path, bytes: Array(text.utf8))
    }
    add("importer.yaml", "title: Z\nfrom: 2017-01-01\n")
    add("groups.yaml", "groups: [{name: friends, members: [BB, {country: CC, from: 2019-01-01}]}]")
    add(
      "facts.yaml",
      "facts: [{name: share, title: s, kind: percent}, {name: shipped, title: d, kind: day}]")
    add("duties/other.yaml", Self.other)
    draft.add(path: "duties/metal.yaml", file: "duties/metal.yaml", bytes: bytes)
    return try draft.regime()
  }

  @Test func theUndamagedFileIsRead() throws {
    #expect(try regime(Array(Self.measure.utf8)).measures.count == 2)
  }

  @Test(arguments: 0..<600)
  func damagedMeasures(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let bytes = damaged(Array(Self.measure.utf8), pieces: Self.pieces, with: &random)
    do {
      let regime = try regime(bytes)
      #expect(try Regime(decoding: Bytes(regime.encoded)) == regime)
    } catch let errors as LawErrors {
      #expect(!errors.errors.isEmpty)
      #expect(errors.errors.allSatisfy { !$0.message.isEmpty && !$0.file.isEmpty })
    }
  }

  @Test(arguments: 0..<200)
  func damagedGoodsLists(seed: Int) {
    var random = SplitMix(seed: seed)
    let text = "hts,in\n0101,yes\n0102.90.00,no\n\"0103\",yes\n"
    let bytes = damaged(
      Array(text.utf8), pieces: [",", "\"", "\n", "0101", "=cmd", "\r"], with: &random)
    var draft = RegimeDraft(importer: "zz")
    draft.add(path: "importer.yaml", file: "importer.yaml", bytes: Array("title: Z".utf8))
    draft.add(path: "goods.csv", file: "goods.csv", bytes: bytes)
    do {
      let rows = try draft.regime().goodsLists["goods.csv"]?.rows ?? []
      #expect(Set(rows.map(\.code)).count == rows.count)
    } catch {
      #expect(!error.errors.isEmpty)
    }
  }
}
