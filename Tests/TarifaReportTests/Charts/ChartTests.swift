import Foundation
import JSONText
import TabularText
import TarifaReport
import TestSupport
import Testing

/// What holds for every chart of every answer.
struct ChartTests {
  @Test(arguments: ShippedCharts.ways)
  func theDrawingIsAWholeDocumentOfItsOwn(way: ShippedCharts.Way) throws {
    let chart = try way.chart()
    let svg = chart.svg
    let outline = try #require(SVGOutline(svg))
    let root = try #require(outline.elements.first)
    #expect(root.name == "svg" && root.attributes["role"] == "img")
    let labels = try #require(root.attributes["aria-labelledby"]).split(separator: " ")
    #expect(labels.count == 2)
    for label in labels {
      #expect(outline.elements.contains { $0.attributes["id"] == String(label) })
    }
    #expect(outline.all("title").first?.text == chart.title)
    #expect(outline.all("desc").first?.text == chart.words)
    for name in ["script", "image", "use", "a", "foreignObject", "link", "animate"] {
      #expect(outline.all(name).isEmpty, "\(name)")
    }
    for element in outline.elements {
      for (name, value) in element.attributes {
        #expect(!name.hasPrefix("on") && !name.hasSuffix("href"))
        #expect(!value.contains("nan") && !value.contains("inf") && !value.contains("url("))
      }
    }
    let style = try #require(outline.all("style").first?.text)
    #expect(style.contains("prefers-color-scheme:dark"))
    #expect(!style.contains("url") && !style.contains("@import"))
    #expect(svg.components(separatedBy: "://").count == 2, "only the name of the format")
  }

  /// Every class that is used is drawn in a colour.
  @Test(arguments: ShippedCharts.ways)
  func everyKindHasAColour(way: ShippedCharts.Way) throws {
    let outline = try #require(SVGOutline(try way.chart().svg))
    let style = try #require(outline.all("style").first?.text)
    for element in outline.elements {
      for name in element.attributes["class"]?.split(separator: " ") ?? [] {
        #expect(style.contains(".\(name){"), "\(name)")
      }
    }
  }

  private struct Box {
    let text: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// Labels neither run into each other nor out of the picture; letters are taken as wide as those of
  /// a common face are on average, 0.5 of their size.
  @Test(arguments: ShippedCharts.ways)
  func labelsHaveRoom(way: ShippedCharts.Way) throws {
    let outline = try #require(SVGOutline(try way.chart().svg))
    let height = try #require(outline.elements.first?.number("height"))
    let boxes = try outline.all("text").filter { !$0.text.isEmpty }.map { element in
      let (x, y) = (try #require(element.number("x")), try #require(element.number("y")))
      let size = element.number("font-size") ?? 13
      let width = 0.5 * size * Double(element.text.count)
      let left: Double =
        switch element.attributes["text-anchor"] {
        case "middle": x - width / 2
        case "end": x - width
        default: x
        }
      return Box(
        text: element.text, left: left, right: left + width, top: y - 0.75 * size,
        bottom: y + 0.1 * size)
    }
    #expect(boxes.count > 4)
    for (place, box) in boxes.enumerated() {
      #expect(box.left >= 0 && box.right <= 480 && box.top >= 0 && box.bottom <= height, "\(box)")
      for other in boxes[(place + 1)...] { #expect(!box.overlaps(other), "\(box) \(other)") }
    }
  }

  /// Shapes lie inside of the picture, and none has a side below zero.
  @Test(arguments: ShippedCharts.ways)
  func shapesAreInside(way: ShippedCharts.Way) throws {
    let outline = try #require(SVGOutline(try way.chart().svg))
    let height = try #require(outline.elements.first?.number("height"))
    for shape in outline.all("rect").dropFirst() {
      let (x, y) = (try #require(shape.number("x")), try #require(shape.number("y")))
      let (w, h) = (try #require(shape.number("width")), try #require(shape.number("height")))
      #expect(w >= 0 && h >= 0 && x >= 0 && y >= 0 && x + w <= 480 && y + h <= height, "\(shape)")
    }
    for shape in outline.all("circle") {
      let (x, y) = (try #require(shape.number("cx")), try #require(shape.number("cy")))
      #expect((0...480).contains(x) && (0...height).contains(y))
    }
  }

  @Test(arguments: ShippedCharts.ways)
  func theDataAreCommaSeparated(way: ShippedCharts.Way) throws {
    let chart = try way.chart()
    let table = try CSVTable(Array(chart.csv.utf8))
    #expect(table.header == chart.table.columns.map(\.title))
    #expect(table.records.count == chart.table.rows.count && !table.records.isEmpty)
    for record in table.records { #expect(record.fields.count == table.header.count) }
    for row in chart.table.rows { #expect(row.count == chart.table.columns.count) }
  }

  @Test(arguments: ShippedCharts.ways)
  func theSameAnswerIsTheSameChart(way: ShippedCharts.Way) throws {
    let (a, b) = (try way.chart(), try way.chart())
    #expect(a.svg == b.svg && a.words == b.words && a.csv == b.csv)
  }

  /// An answer with pieces missing, or of another kind, gives a chart or says what it lacks.
  @Test(arguments: ShippedCharts.ways, 0..<25)
  func damagedAnswersNeverCrash(way: ShippedCharts.Way, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var answer = try way.answer.get()
    for _ in 0...random.below(4) { answer = answer.damaged(with: &random) }
    do throws(JSONShapeError) {
      let chart = try way.make(answer)
      #expect(SVGOutline(chart.svg) != nil)
      #expect(!chart.words.isEmpty)
    } catch {
      #expect(!error.expected.isEmpty && "\(error)".contains("is needed"))
    }
  }

  @Test func anEmptyDocumentNamesWhatIsNeeded() {
    for way in ShippedCharts.ways {
      #expect(throws: JSONShapeError.self) { try way.make(.object([])) }
      #expect(throws: JSONShapeError.self) { try way.make(.null) }
    }
  }
}

extension JSONValue {
  /// With one place changed as another program, or an enemy, might: left out, of another kind, huge,
  /// or with marks that mean something to a page.
  fileprivate func damaged(with random: inout SplitMix) -> JSONValue {
    let isHere = random.below(6) == 0
    switch self {
    case .object(var members) where !members.isEmpty && !isHere:
      let place = random.below(members.count)
      if random.below(12) == 0 {
        members.remove(at: place)
      } else {
        members[place].value = members[place].value.damaged(with: &random)
      }
      return .object(members)
    case .array(var items) where !items.isEmpty && !isHere:
      let place = random.below(items.count)
      if random.below(12) == 0 {
        items.remove(at: place)
      } else {
        items[place] = items[place].damaged(with: &random)
      }
      return .array(items)
    default:
      let values: [JSONValue] = [
        .null, .string("</svg><script>&\"'"), .string("=1+1"), .string(""), .number("-1e300"),
        .number("1e300"), .number("1e400"), .number("0"), .array([]), .object([]), .bool(true),
        .string("9999-12-31"), .string("0001-01-01"), .string("\u{0}\u{FFFF}\u{202E}"),
      ]
      return values[random.below(values.count)]
    }
  }
}
