import LawFiles
import TestSupport
import Testing
import TradeAction

struct ActionFuzzTests {
  @Test(arguments: 0..<300)
  func damagedActions(seed: Int) {
    let text = """
      id: a
      title: A
      importer: us
      baseline: us-imports-2017
      partner: CN
      on: 2018-07-06
      stages: [2018-07-06, 2019-05-10]
      measures: [us/section-301/china/list-1]
      assumptions: fgkk-2020
      announced: {imports: 34000000000, citation: x}
      """
    var random = SplitMix(seed: seed)
    let bytes = damaged(
      Array(text.utf8), pieces: [": ", "\n", "[", "{", "-", "&x ", "2018-13-01"], with: &random)
    do {
      let action = try ActionReader(file: "a.yaml").action(bytes)
      #expect(!action.measures.isEmpty)
    } catch {
      #expect(!error.errors.isEmpty)
      #expect(error.errors.allSatisfy { !$0.message.isEmpty })
    }
  }
}
