import TarifaReport
import Testing

struct PayoffGridTests {
  /// The prisoners' dilemma rests where both defect, and nowhere else.
  @Test func theDilemmaRestsWhereBothDefect() throws {
    let grid = PayoffGrid(
      title: "Test", players: ("A", "B"), choices: ["keep", "defect"],
      cells: [
        [.init(first: -1, second: -1), .init(first: -3, second: 0)],
        [.init(first: 0, second: -3), .init(first: -2, second: -2)],
      ], unit: .percent)
    #expect(grid.words.components(separatedBy: "at rest").count == 2)
    #expect(grid.words.contains("A defect, B defect: -2% and -2%, at rest"))
    let outline = try #require(SVGOutline(grid.svg))
    let framed = outline.all("rect").filter { $0.attributes["class"] == "k-band k-warn" }
    #expect(framed.count == 1)
    #expect(grid.table.rows.count == 4)
  }
}
