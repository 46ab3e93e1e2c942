import Answers
import Foundation
import JSONText
import Questions
import Testing

/// `tarifa world solve` from a folder of files.
struct WorldSolveTests {
  private static let files = [
    "countries.csv": "code,name\nA,Aland\nB,Borduria\n",
    "sectors.csv": "code,name,tradable,theta,theta_LOW\n1,Goods,1,5,2\n2,Services,0,40,1.5\n",
    "trade.csv":
      "sector,exporter,importer,value\n1,A,A,100\n1,A,B,20\n1,B,A,25\n1,B,B,80\n2,A,A,200\n2,B,B,150\n",
    "tariffs.csv": "sector,exporter,importer,rate\n1,A,B,0.1\n1,B,A,0.05\n",
    "shock.csv": "sector,exporter,importer,rate\n1,A,B,0.3\n2,A,B,0.1\n",
  ]

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("world-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in Self.files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try body(folder)
  }

  private func question(_ folder: URL) -> WorldSolveQuestion {
    var question = WorldSolveQuestion()
    question.base = folder.path
    question.shock = folder.appendingPathComponent("shock.csv").path
    return question
  }

  private func refusal(_ question: WorldSolveQuestion) -> Refusal? {
    do {
      _ = try question.answer(at: Desk(reach: .files))
      return nil
    } catch {
      return error
    }
  }

  @Test func theAnswerSaysWhatIsAssumed() throws {
    try withFolder { folder in
      var question = question(folder)
      question.sectors = true
      question.pairs = ["A:B"]
      let answer = try question.answer(at: Desk(reach: .files))
      let json = WorldSolveQuestion.document(answer).json
      let first = try #require(json["countries"]?.array?.first)
      #expect(first["code"]?.string == "A" && first["name"]?.string == "Aland")
      #expect(first["balance"]?["assumed"]?.bool == true)
      #expect(json["deficits"]?["assumed"]?.bool == true)
      #expect(json["deficits"]?["rule"]?.string == "fixed")
      // What A sells under the dearer tariff falls, and what it buys can only follow.
      let exports = try #require(first["exports"]?["after"]?.number)
      #expect(first["exports"]?["before"]?.number == 20 && exports < 20)
      #expect(json["shock"]?["flows_changed"]?.number == 2)
      #expect(json["shock"]?["base_value"]?.number == 20)
      #expect(json["sectors"]?.array?.count == 4 && json["goods"]?.array?.count == 2)
      let trade = try #require(json["trade"]?.array)
      #expect(trade.count == 2 && trade[0]["total"]?["after"]?.number == exports)
      let warnings = (json["warnings"]?.array ?? []).compactMap(\.string)
      #expect(
        warnings == [
          "1 of the rates changed are of flows without trade in the base; they stay without",
          "1 of the rates changed are of sectors that the base does not mark as goods",
          "sector 2 has a trade elasticity of 40.00: small differences of cost move nearly all its trade",
        ])
      for word in ["Aland", "assumed", "Largest relative error", "Warning: sector 2"] {
        #expect(answer.text.contains(word))
      }
      let rows = answer.text.split(separator: "\n").filter {
        $0.hasPrefix("A  Aland") || $0.hasPrefix("B  Borduria")
      }
      #expect(rows[0].count == rows[1].count)
    }
  }

  @Test func aCompressedFileIsTheSame() throws {
    try withFolder { folder in
      let plain = try question(folder).answer(at: Desk(reach: .files))
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["gzip", folder.appendingPathComponent("trade.csv").path]
      try process.run()
      process.waitUntilExit()
      #expect(
        !FileManager.default.fileExists(atPath: folder.appendingPathComponent("trade.csv").path))
      let packed = try question(folder).answer(at: Desk(reach: .files))
      #expect(packed.json.text == plain.json.text)
      try Data("sector\n".utf8).write(to: folder.appendingPathComponent("trade.csv"))
      #expect(
        refusal(question(folder))
          == .mend(
            field: "base",
            "trade.csv: stands there plain and as trade.csv.gz; keep one of them"))
    }
  }

  @Test func anotherSetOfElasticitiesIsAnotherAnswer() throws {
    try withFolder { folder in
      let own = try question(folder).answer(at: Desk(reach: .files))
      var low = question(folder)
      low.theta = "LOW"
      let other = try low.answer(at: Desk(reach: .files))
      #expect(own.equilibrium.theta == [5, 40] && other.equilibrium.theta == [2, 1.5])
      low.theta = "HIGH"
      #expect(
        refusal(low)
          == .mend(
            field: "theta", "the base has no set 'HIGH' of trade elasticities; known: LOW"))
    }
  }

  @Test func whatCannotBeAnsweredIsTold() throws {
    try withFolder { folder in
      var question = question(folder)
      question.pairs = ["A:C"]
      #expect(
        refusal(question)
          == .mend(field: "pair", "'A:C' does not name two countries of the base by their codes"))
      question.pairs = []
      question.tolerance = 1e-20
      #expect(refusal(question) == .usage("tolerance: 1e-20 is outside 1e-13 to 1e-4"))
      question.tolerance = 1e-10
      question.base = folder.path + "/none"
      #expect(
        refusal(question)
          == .mend(
            field: "base", "\(folder.path)/none: there is no such folder; check the path"))
      question.base = folder.path
      question.shock = folder.path + "/none.csv"
      #expect(
        refusal(question)
          == .mend(field: "shock", "none.csv: there is no such file; check the path"))
    }
  }

  /// A has a deficit, sells abroad and may buy nothing there.
  @Test func aShockWithoutEquilibriumIsTold() throws {
    try withFolder { folder in
      try Data("sector,exporter,importer,rate\n1,A,B,0.1\n1,B,A,inf\n".utf8)
        .write(to: folder.appendingPathComponent("shock.csv"))
      #expect(
        refusal(question(folder))
          == .mend(
            field: "",
            "the shock leaves A selling abroad but buying nothing; no wage balances its trade: give "
              + "finite rates, ban both ways, or choose balanced deficits"))
    }
  }

  @Test func aServerReadsNoFolder() {
    #expect(throws: Refusal.self) {
      try WorldSolveQuestion().answer(at: Desk(reach: .shipped))
    }
  }
}
