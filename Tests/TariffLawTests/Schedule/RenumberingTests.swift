import TariffLaw
import Testing

struct RenumberingTests {
  private func code(_ text: String) throws -> HTSCode { try HTSCode(text) }

  /// Three editions: 0101.10 moves to 0102.20 in the second, which is divided in the third; 0103.00.10
  /// is taken in by the other line of its subheading.
  private func schedule() throws -> Schedule {
    var writer = ScheduleWriter()
    func add(_ id: String, _ from: String, _ rows: [(String, String, String)]) throws {
      writer.add(
        Edition(
          id: id, title: id, from: try #require(Day(from)), published: nil, holdsSuffixes: true),
        rows: try rows.map {
          ScheduleRow(code: try HTSCode($0.0), description: $0.1, general: $0.2, other: "40%")
        })
    }
    let lasting = ("01030090", "Other swine", "2%")
    try add(
      "a", "2018-01-01",
      [("01011000", "Horses, live", "5%"), ("01030010", "Small swine", "2%"), lasting])
    try add(
      "b", "2019-01-01",
      [("01022000", "Horses; live", "5%"), ("01022090", "Asses", "7%"), lasting])
    try add(
      "c", "2020-01-01",
      [("01022010", "Horses, live", "5%"), ("01022090", "Asses", "7%"), lasting])
    return try Schedule(Archive(Bytes(writer.finish())))
  }

  private func conversions() throws -> SubheadingConversions {
    SubheadingConversions([
      .init(earlier: try code("010110"), later: try code("010220"), grade: .whole),
      .init(earlier: try code("010300"), later: try code("010300"), grade: .whole),
    ])
  }

  @Test func equalWordsAndRateRankFirst() throws {
    let schedule = try schedule()
    let found = try schedule.relatives(
      of: try code("01011000"), from: 0, in: 1, conversions: try conversions())
    #expect(found.map(\.code.digits) == ["01022000", "01022090"])
    #expect(found[0].hasEqualText && found[0].hasEqualRate && found[0].turnsToo)
    #expect(found[0].basis == .converted)
    let back = try schedule.relatives(
      of: try code("01022000"), from: 1, in: 0, conversions: try conversions())
    #expect(back.map(\.code.digits) == ["01011000"])
  }

  @Test func withoutConversionsNothingIsGuessed() throws {
    let found = try schedule().relatives(
      of: try code("01011000"), from: 0, in: 1, conversions: .none)
    #expect(found.isEmpty)
  }

  @Test func whatWasThereBeforeMayHaveTakenItIn() throws {
    let found = try schedule().relatives(
      of: try code("01030010"), from: 0, in: 1, conversions: .none)
    #expect(found.map(\.code.digits) == ["01030090"])
    #expect(found.first?.turnsToo == false)
  }

  @Test func renumberingsAreFollowed() throws {
    let schedule = try schedule()
    let later = try schedule.standIns(
      for: try code("01011000"), in: 2, conversions: try conversions())
    #expect(later.successors.map(\.code.digits).contains("01022010"))
    #expect(later.predecessors.isEmpty)
    let earlier = try schedule.standIns(
      for: try code("01022010"), in: 0, conversions: try conversions())
    #expect(earlier.predecessors.map(\.code.digits) == ["01011000"])
  }

  @Test func wordsAreComparedWithoutPunctuation() {
    #expect("Horses; live (pure-bred)".plainWords == "horses live pure bred")
    #expect("".plainWords.isEmpty && "--".plainWords.isEmpty)
  }
}
