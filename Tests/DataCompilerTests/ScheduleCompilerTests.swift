import DataCompiler
import Foundation
import TariffLaw
import Testing

struct ScheduleCompilerTests {
  private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  private func compile() throws -> ScheduleCompiler.Output {
    let folder = Self.fixtures.path
    return try ScheduleCompiler(folder: RawFolder(folder))
      .compile(catalogue: OutputFolder(folder).read("schedule.csv"))
  }

  @Test func aSecondRunChangesNoByte() throws {
    #expect(try compile().archive == (try compile().archive))
  }

  @Test func theThreeLayoutsGiveTheSameLine() throws {
    let schedule = try Schedule(Archive(Bytes(try compile().archive)))
    let code = try HTSCode("84821050")
    for edition in 0..<3 {
      let line = try #require(try schedule.line(for: code, in: edition))
      #expect(line.general.expression == .adValorem(Fraction(9, over: 100)))
      #expect(line.other.expression == .adValorem(Fraction(67, over: 100)))
      #expect(line.special["AU"]?.expression == .free)
    }
    let first = try #require(try schedule.line(for: code, in: 0))
    #expect(first.excluded(from: "A*").map(\.text) == ["BR"])
    #expect(first.special["KR"]?.expression == .adValorem(Fraction(36, over: 1000)))
  }

  @Test func suffixesInheritAndUndividedLinesStandAlone() throws {
    let schedule = try Schedule(Archive(Bytes(try compile().archive)))
    let suffix = try #require(try schedule.line(for: try HTSCode("8482105044"), in: 1))
    #expect(suffix.general.expression == .adValorem(Fraction(9, over: 100)))
    #expect(suffix.description == "Radial")
    #expect(suffix.text == "Ball or roller bearings > Ball bearings > Other > Radial")
    #expect(suffix.units.map(\.name) == ["no", "kg"])
    let undivided = try #require(try schedule.line(for: try HTSCode("72081015"), in: 1))
    #expect(undivided.general.expression == .free)
    #expect(undivided.other.expression?.parts.count == 2)
  }

  @Test func rowsDatedLaterInTheYearWait() throws {
    let schedule = try Schedule(Archive(Bytes(try compile().archive)))
    #expect(!schedule.contains(try HTSCode("03063320"), in: 0))
  }

  @Test func aMissingFileIsNamed() throws {
    let catalogue =
      "file,edition,title,from,published,format,suffixes\nno.csv,a,A,2020-01-01,,2025,yes\n"
    #expect(throws: RawFileError.self) {
      try ScheduleCompiler(folder: RawFolder(Self.fixtures.path))
        .compile(catalogue: Array(catalogue.utf8))
    }
  }
}
