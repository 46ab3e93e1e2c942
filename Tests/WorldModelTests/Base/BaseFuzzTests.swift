import TestSupport
import Testing

import WorldModel

/// Damaged files end with a message or with a base whose accounts hold and whose solver ends.
struct BaseFuzzTests {
  private static let pieces = [
    ",", "\n", "\"", "-1", "1e309", "nan", "inf", "1,A,B,0.5\n", "A", "2", "0", "1e-300", "share",
  ]

  @Test(arguments: 0..<400)
  func damagedFilesEndWithAMessage(seed: Int) throws {
    var random = SplitMix(seed: seed)
    var written = WrittenBase()
    let names = written.files.keys.sorted()
    for _ in 0...random.below(2) {
      let name = names[random.below(names.count)]
      let bytes = Array((written.files[name] ?? "").utf8)
      guard !bytes.isEmpty else { continue }
      written.files[name] = String(
        decoding: damaged(bytes, pieces: Self.pieces, with: &random), as: UTF8.self)
    }
    let base: WorldBase
    do {
      base = try written.base()
    } catch let error as BaseError {
      #expect(!error.file.isEmpty && !error.text.isEmpty)
      return
    }
    EquilibriumIdentityTests.expectBalanced(base)
    do throws(EquilibriumError) {
      let result = try EquilibriumSolver(base, theta: base.ownTheta)
        .equilibrium(after: RandomWorld.shock(base, seed: seed))
      #expect(result.income.allSatisfy { $0 > 0 && $0.isFinite })
    } catch {
      #expect(!"\(error)".isEmpty)
    }
  }

  @Test(arguments: 0..<200)
  func damagedShocksEndWithAMessage(seed: Int) throws {
    var random = SplitMix(seed: seed)
    let base = try WrittenBase().base()
    let bytes = damaged(
      Array("sector,exporter,importer,rate\n1,A,B,0.25\n1,B,A,0.3\n2,A,B,1e3\n".utf8),
      pieces: Self.pieces, with: &random)
    do {
      let shock = try ShockReader.shock(BaseTable(name: "shock.csv", bytes: bytes), on: base)
      #expect(shock.tariffs.allSatisfy { $0 > -1 })
    } catch {
      #expect(error.file == "shock.csv" && !error.text.isEmpty)
    }
  }
}
