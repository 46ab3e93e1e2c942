import Foundation
import GRDB
import Testing
import TradeStore

@Suite struct ScenarioStoreTests {
  static func scenario(_ answer: String, question: String = "duty") -> Scenario {
    Scenario(
      question: question, parameters: "{}", engine: "1", data: "d", answer: Array(answer.utf8))
  }

  @Test func savedOnceAndFoundWhole() throws {
    let fixture = try StoreFixture()
    let store = try TradeStore(path: fixture.storePath)
    let scenario = Self.scenario("{\"é\": 1}\n")
    #expect(try store.save(scenario))
    #expect(try !store.save(scenario))
    #expect(try TradeStore(path: fixture.storePath).scenario(scenario.id) == scenario)
    #expect(try store.scenario("none") == nil)
  }

  /// With the imported sets it rests on, it is another scenario.
  @Test func importedSetsAreKept() throws {
    let fixture = try StoreFixture()
    let store = try TradeStore(path: fixture.storePath)
    let scenario = Scenario(
      question: "duty", parameters: "{}", engine: "1", data: "d",
      imported: "[{\"baseline\":\"store:a\"}]", answer: Array("1".utf8))
    #expect(scenario.id != Self.scenario("1").id)
    #expect(try store.save(scenario))
    #expect(try store.scenario(scenario.id) == scenario)
  }

  /// Parts that run together alike are different scenarios.
  @Test func idsTellPartsApart() {
    let ids = [
      Self.scenario("ab", question: "c"), Self.scenario("b", question: "ca"),
      Self.scenario("", question: "cab"), Self.scenario("cab", question: ""),
    ].map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.count == 64 })
  }

  @Test func aFullStoreTakesNoMore() throws {
    let fixture = try StoreFixture()
    let store = try TradeStore(path: fixture.storePath)
    #expect(try store.save(Self.scenario("1"), most: 1))
    #expect(try !store.save(Self.scenario("1"), most: 1))
    let said = StoreFixture.message { _ = try store.save(Self.scenario("2"), most: 1) }
    #expect(said?.contains("holds 1 scenarios and takes no more") == true)
    #expect(try store.scenario(Self.scenario("2").id) == nil)
  }

  /// A row that is not what its id says is a damaged store, not an answer.
  @Test(arguments: [
    "answer = x'00'", "engine = '2'", "data = ''", "parameters = '[]'", "imported = '[]'",
  ])
  func alteredRowsAreNoAnswers(_ change: String) throws {
    let fixture = try StoreFixture()
    let store = try TradeStore(path: fixture.storePath)
    let scenario = Self.scenario("1")
    #expect(try store.save(scenario))
    try DatabaseQueue(path: fixture.storePath).write {
      try $0.execute(sql: "UPDATE scenario SET \(change)")
    }
    let said = StoreFixture.message { _ = try store.scenario(scenario.id) }
    #expect(said?.contains("damaged") == true)
  }
}
