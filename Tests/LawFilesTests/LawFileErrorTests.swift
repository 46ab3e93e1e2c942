import LawFiles
import TariffLaw
import Testing

/// Each mistake in a law file gets one message with its place and how to mend it.
struct LawFileErrorTests {
  private static let importer = "title: X\nfrom: 2020-01-01\nuntil: 2020-12-31\n"

  private func errors(_ files: [String: String]) -> [LawError] {
    var draft = RegimeDraft(importer: "x")
    var all = ["importer.yaml": Self.importer]
    all.merge(files) { $1 }
    for (path, text) in all.sorted(by: { $0.key < $1.key }) {
      draft.add(path: path, file: "x/\(path)", bytes: Array(text.utf8))
    }
    do {
      _ = try draft.regime()
      return []
    } catch {
      return error.errors
    }
  }

  private func measure(_ term: String, extra: String = "") -> String {
    """
    id: x/m
    title: M
    authority: a
    \(extra)
    terms:
      - \(term)
    """
  }

  private let good = "{duty: 5%, citation: C}"

  @Test func aGoodMeasureLoads() {
    #expect(errors(["m.yaml": measure(good)]) == [])
  }

  @Test func anUnknownKeyNamesTheNearest() throws {
    let error = try #require(
      errors(["m.yaml": measure("{dutty: 5%, duty: 5%, citation: C}")]).first)
    #expect(error.message.contains("did you mean 'duty'?"))
    #expect(error.file == "x/m.yaml")
    #expect(error.line == 6)
    #expect(error.field == "dutty")
  }

  @Test(arguments: [
    ("{duty: 5 per cent or so, citation: C}", "not a duty"),
    ("{duty: 5%}", "is missing"),
    ("{duty: 5%, citation: C, from: 2020-02-30}", "not a day"),
    ("{duty: 5%, citation: C, from: 2020-02-02, until: 2020-02-01}", "before 'from'"),
    ("{citation: C}", "add 'duty' or 'column'"),
    ("{duty: 5%, citation: C, goods: no-such.csv}", "no list 'no-such.csv'"),
    ("{duty: 5%, citation: C, goods: '84821'}", "5 digits"),
    ("{duty: 5%, citation: C, origins: [nowhere]}", "neither a country code nor a group"),
    ("{duty: 5%, citation: C, when: {colour: red}}", "no fact 'colour'"),
    ("{duty: 5%, citation: C, stacking: {replaces: [b]}}", "names no measure"),
    ("{duty: 5%, citation: C, stacking: sometimes}", "not known"),
    ("{duty: 5%, citation: C, effect: forbids}", "not known"),
    ("{duty: 5%, column: general, citation: C}", "keep one"),
    ("&a {duty: 5%, citation: C}", "anchors"),
    ("{duty: *a, citation: C}", "aliases"),
    ("{duty: 5%, duty: 6%, citation: C}", "twice"),
    ("{duty: 5%, citation: C", "not YAML"),
  ])
  func mistakesAreNamed(term: String, words: String) {
    let found = errors(["m.yaml": measure(term)])
    #expect(found.contains { $0.message.contains(words) }, "\(found)")
  }

  @Test func duplicateGoodsNameBothLines() throws {
    let found = errors(["g.csv": "hts\n8482\n8483\n8482\n", "m.yaml": measure(good)])
    let error = try #require(found.first)
    #expect(error.line == 4)
    #expect(error.message.contains("line 2"))
  }

  @Test func aMeasureIsNamedAsItsFile() {
    #expect(errors(["other.yaml": measure(good)]).contains { $0.message.contains("x/other") })
  }

  @Test func everyMistakeIsNamedInOneRun() {
    let found = errors([
      "m.yaml": measure("{dutty: 5%, citation: C, from: 2020-02-30}"), "g.csv": "hts\n84\n84\n",
    ])
    #expect(found.count >= 4)
  }

  /// Wherever an anchor stands, before anything is put in its place.
  @Test(arguments: [
    ("a:\t&x b", 1, 4), ("? &x a\n: b", 1, 3), ("a:\r  &x b", 2, 3), ("[\t&x a,\t*x]", 1, 3),
    ("a: \"b\\\", \"\nc:\t&x d\n", 2, 4), ("a: !thing b", 1, 4), ("a: !!str 5", 1, 4),
    ("a: *x", 1, 4),
  ])
  func marksAreRefusedWhereTheyStand(text: String, line: Int, column: Int) throws {
    let error = try #require(throws: LawErrors.self) {
      try YAMLText.node(Array(text.utf8), file: "f")
    }
    let first = try #require(error.errors.first)
    #expect(first.message.contains("anchors, aliases and tags"))
    #expect((first.line, first.column) == (line, column))
  }

  /// A few aliases to lists of aliases make a tree without end, and a key is compared whole.
  @Test func aBombOfAliasesIsRefusedUnread() {
    var text = "? &a0 [x]\n: y\n"
    for depth in 1..<40 {
      let alias = "*a\(depth - 1)"
      text += "? &a\(depth) [? \(alias), ? \(alias)]\n: y\n"
    }
    #expect(throws: LawErrors.self) { try YAMLText.node(Array(text.utf8), file: "f") }
  }

  /// Signs that mean an anchor elsewhere are text in quotes and in the middle of a value.
  @Test func signsInTextAreText() throws {
    let text = "a: \"x, *y\n  *z, &w: !v\"\nb: R & D * !\nc: |\n  * one\n  &two\n"
    let node = try YAMLText.node(Array(text.utf8), file: "f")
    #expect(node["a"]?.string == "x, *y *z, &w: !v")
    #expect(node["b"]?.string == "R & D * !")
    #expect(node["c"]?.string == "* one\n&two\n")
  }

  /// An error has a place that the file has.
  @Test(arguments: [
    ("a: [b,", 1, 7), ("a: b\nc: \"d", 2, 6), ("a: b\nc: \u{1}d\n", 2, 4), ("a: b\na: c\n", 1, 1),
  ])
  func notYAMLHasAPlaceInTheFile(text: String, line: Int, column: Int) throws {
    let error = try #require(throws: LawErrors.self) {
      try YAMLText.node(Array(text.utf8), file: "f")
    }
    #expect(error.errors.map { [$0.line, $0.column] } == [[line, column]])
  }

  @Test(arguments: [
    "{duty: 5%, minimum: 123456789012345678.123456789012, citation: C}",
    "{duty: 5%, when: {x: {at-least: 123456789012345678.123456789012}}, citation: C}",
  ])
  func aNumberThatCannotBeCompiledIsRefused(term: String) {
    #expect(errors(["m.yaml": measure(term)]).contains { $0.message.contains("too many digits") })
  }

  @Test func hugeAndDeepFilesAreRefused() {
    #expect(throws: LawErrors.self) {
      try YAMLText.node([UInt8](repeating: 0x20, count: 5 << 20), file: "big")
    }
    let deep = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    #expect(throws: LawErrors.self) { try YAMLText.node(Array(deep.utf8), file: "deep") }
  }

  @Test(arguments: [
    ("goods/no-such.csv,5,,A gazette,", "list", "no list 'goods/no-such.csv'"),
    (",5,,A gazette,", "list", "name a goods list"),
    ("goods/a.csv,five,,A gazette,", "official", "not a number of lines"),
    ("goods/a.csv,-5,,A gazette,", "official", "not a number of lines"),
    ("goods/a.csv,5,,,", "source", "say where"),
    ("goods/a.csv,5,2020-02-30,A gazette,", "on", "not a day"),
  ])
  func aBadCountIsNamed(row: String, field: String, message: String) throws {
    let found = errors([
      "goods/a.csv": "hts\n010121\n", "counts.csv": "list,official,on,source,note\n\(row)\n",
    ])
    let error = try #require(found.first)
    #expect(found.count == 1)
    #expect(error.file == "x/counts.csv")
    #expect(error.field == field)
    #expect(error.message.contains(message))
  }

  /// The official numbers are no goods list, and a column that helps may be left out.
  @Test func countsNeedOnlyListNumberAndSource() throws {
    var draft = RegimeDraft(importer: "x")
    for (path, text) in [
      ("importer.yaml", Self.importer + "outside: [{text: taxes, citation: T}]\n"),
      ("goods/a.csv", "hts\n010121\n"), ("goods/b.csv", "hts\n010129\n"),
      ("counts.csv", "list,official,source\ngoods/a.csv; goods/b.csv,3,A gazette\n"),
    ] {
      draft.add(path: path, file: "x/\(path)", bytes: Array(text.utf8))
    }
    let regime = try draft.regime()
    #expect(
      regime.counts == [
        OfficialCount(lists: ["goods/a.csv", "goods/b.csv"], official: 3, source: "A gazette")
      ])
    #expect(regime.outside == [OutsideLaw(text: "taxes", citation: "T")])
    #expect(regime.goodsLists.keys.sorted() == ["goods/a.csv", "goods/b.csv"])
    #expect(try Regime(decoding: Bytes(regime.encoded)) == regime)
  }

  @Test func lawOutsideNeedsACitation() throws {
    var draft = RegimeDraft(importer: "x")
    let text = Self.importer + "outside: [{text: taxes}]\n"
    draft.add(path: "importer.yaml", file: "x/importer.yaml", bytes: Array(text.utf8))
    let error = #expect(throws: LawErrors.self) { try draft.regime() }
    #expect(error?.errors.map(\.field) == ["citation"])
  }
}
