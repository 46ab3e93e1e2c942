import JSONText
import TariffLaw
import TarifaReport
import TestSupport
import Testing

/// What single charts show is what the answer says.
struct ChartFiguresTests {
  @Test func theDutyAddsUp() throws {
    for answer in [ShippedAnswers.duty, ShippedAnswers.steel] {
      let answer = try answer.get()
      let chart = try Waterfall(duty: answer)
      let counted = chart.steps.filter { $0.kind == .applied }.compactMap(\.amount).reduce(0, +)
      #expect(abs(counted - (try #require(chart.total))) < 1e-9)
      #expect(chart.total == answer["total"]?["rate"]?.number)
    }
    let steel = try Waterfall(duty: try ShippedAnswers.steel.get())
    #expect(steel.steps.filter { $0.kind == .displaced }.count == 2)
    #expect(steel.words.contains("which would be 7.5%, is displaced: stands aside for 9903.91.01"))
    #expect(steel.svg.contains("k-ghost"))
  }

  /// A duty by weight without the weight has neither a total nor a bound above.
  @Test func aDutyByWeightWithoutWeightIsRefused() throws {
    let answer = try ShippedAnswers.specific.get()
    #expect(
      throws: JSONShapeError(
        path: "total.duty", expected: "a number, or else both bounds,", found: "null")
    ) { try Waterfall(duty: answer) }
  }

  @Test func anOpenTotalIsDrawnByItsBounds() throws {
    let answer = try ShippedAnswers.open.get()
    let chart = try Waterfall(duty: answer)
    #expect(chart.total == nil)
    #expect(chart.range?.lowerBound == answer["total"]?["rate_low"]?.number)
    #expect(chart.range?.upperBound == answer["total"]?["rate_high"]?.number)
    #expect(chart.words.contains("In total between 57.5% and 97.5%."))
    #expect(chart.words.contains("not known (a fact is missing)"))
    let report = try Report(answer, .duty)
    #expect(report.figures.contains { $0.label == "Rate" && $0.value == "57.5% to 97.5%" })
  }

  @Test func everyChangeOfTheHistoryIsMarked() throws {
    let answer = try ShippedAnswers.history.get()
    let chart = try StepLine(history: answer)
    let intervals = try #require(answer["intervals"]?.array)
    #expect(chart.intervals.count == intervals.count && intervals.count > 10)
    let outline = try #require(SVGOutline(chart.svg))
    #expect(outline.all("circle").count == intervals.count - 1)
    for interval in intervals.dropFirst() {
      let from = try #require(interval["from"]?.string)
      #expect(outline.all("text").contains { $0.text.hasPrefix(from) })
    }
    #expect(chart.words.contains("the highest is 179% from 2025-04-10"))
  }

  @Test func thePartsOfTheRateAreTheRate() throws {
    let answer = try ShippedAnswers.effectiveRate.get()
    let chart = try StackedArea(effectiveRate: answer)
    let rows = try #require(answer["rows"]?.array)
    #expect(chart.intervals.count == rows.count && chart.series.count > 5)
    for (place, row) in rows.enumerated() {
      let sum = chart.series.reduce(0) { $0 + $1.values[place] }
      #expect(abs(sum - (row["rate"]?.number ?? .nan)) < 1e-9)
    }
    #expect(throws: JSONShapeError.self) {
      try StackedArea(effectiveRate: try ShippedAnswers.effectiveRateWhole.get())
    }
  }

  @Test func theTreemapHoldsEveryGood() throws {
    let answer = try ShippedAnswers.design.get()
    let chart = try Treemap(design: answer)
    let goods = try #require(answer["goods"]?.array)
    #expect(chart.groups.reduce(0) { $0 + $1.items.count } == goods.count)
    let value = chart.groups.reduce(0) { $0 + $1.value }
    #expect(abs(value / (answer["value"]?.number ?? .nan) - 1) < 1e-9)
    // Areas are in proportion to values: those of the drawn goods and of the rests fill the room.
    let outline = try #require(SVGOutline(chart.svg))
    let drawn = outline.all("rect").filter { $0.attributes["class"]?.hasPrefix("k-h") ?? false }
    let area = drawn.reduce(0.0) { sum, rect in
      sum + (rect.number("width") ?? 0) * (rect.number("height") ?? 0)
    }
    #expect(area > 0.7 * 456 * 430 && area < 456 * 430)
    #expect(chart.title == "Chosen goods by chapter")
    #expect(chart.svg.contains("A list to &lt;b&gt;test&lt;/b&gt; with &amp; draw"))
  }

  @Test func theChosenPointIsTheAnswers() throws {
    let answer = try ShippedAnswers.design.get()
    let chart = try FrontierCurve(design: answer)
    #expect(chart.chosen.value == answer["value"]?.number)
    #expect(chart.chosen.harm == answer["harm"]?.number)
    #expect(chart.points.count + chart.missing == answer["frontier"]?.array?.count)
    let outline = try #require(SVGOutline(chart.svg))
    #expect(outline.all("polygon").count == 2, "the chosen point, and in the legend")
    #expect(outline.all("circle").count == chart.points.count + 1)
  }

  @Test func barsAreTheEstimatesWithTheirBounds() throws {
    let answer = try ShippedAnswers.impact.get()
    let chart = try RangeBars.whoPays(impact: answer)
    #expect(chart.rows.count == 6)
    let loss = try #require(chart.rows.first)
    #expect(loss.value == answer["buyers_loss"]?["value"]?.number)
    #expect(loss.range?.lowerBound == answer["buyers_loss"]?["low"]?.number)
    #expect(chart.words.contains("the 5th and the 95th percentile"))
    let single = try RangeBars.whoPays(impact: try ShippedAnswers.impactWithoutDraws.get())
    #expect(single.rows.allSatisfy { $0.range == nil })
    #expect(single.words.contains("without an interval"))
    let origins = try RangeBars.origins(impact: answer, most: 5)
    #expect(
      origins.rows.count == 5 && origins.rows[0].label == "China" && origins.rows[0].value < 0)
    let sizes = origins.rows.map { abs($0.value) }
    #expect(sizes == sizes.sorted(by: >))
  }

  /// The centre is a run of its own: an assumption that does not move the result gives it.
  @Test func theTornadoStandsAroundTheCentralRun() throws {
    let chart = try Tornado(impact: try ShippedAnswers.impact.get())
    #expect(chart.bars.count > 5)
    #expect(
      chart.bars.map(\.results).contains { $0.low == chart.central && $0.high == chart.central })
    let sizes = chart.bars.map { abs($0.results.high - $0.results.low) }
    #expect(sizes == sizes.sorted(by: >))
    #expect(throws: JSONShapeError.self) {
      try Tornado(impact: try ShippedAnswers.impactWithoutDraws.get())
    }
  }

  @Test func pairsAreTheAmountsOfBoth() throws {
    let answer = try ShippedAnswers.comparison.get()
    let chart = try BarGroups(comparison: answer)
    let revenue = try #require(chart.rows.first { $0.label == "Revenue" })
    #expect(revenue.values[0] == answer["amounts"]?["revenue"]?["a"]?["value"]?.number)
    #expect(revenue.values[1] == answer["amounts"]?["revenue"]?["b"]?["value"]?.number)
  }

  /// A mark for each thing done, announced and due, on every shipped case.
  @Test func theDocketHasEveryMark() throws {
    for id in ["us-301-china-2017", "us-201-solar-2017", "us-232-steel-2017"] {
      for on in ["2018-01-15", "2018-08-20", "2022-07-07"] {
        let answer = try ShippedAnswers.docket(id, on: on)
        let chart = try Gantt(docket: answer)
        let outline = try #require(SVGOutline(chart.svg))
        let steps = try #require(answer["steps"]?.array).filter { $0["status"]?.string != "waived" }
        let titles = Set(outline.all("title").map(\.text))
        for step in steps {
          for event in step["events"]?.array ?? [] {
            let date = try #require(event["date"]?.string)
            #expect(titles.contains("done \(date)") || titles.contains("announced \(date)"))
          }
          if let due = step["due"]?.string {
            #expect(titles.contains("last day \(due)") || titles.contains("last day, late \(due)"))
          }
        }
        #expect(chart.words.contains(on))
        #expect(outline.all("text").contains { $0.text == on })
      }
    }
  }

  /// Numbers of marks keep apart and in order, however close their days are.
  @Test(arguments: 0..<50)
  func marksOfCloseDaysKeepApart(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var day = try #require(Day("2018-01-01"))
    var intervals: [StepLine.Interval] = []
    for place in 0...random.below(30) {
      let length = random.below(3) == 0 ? random.below(900) : random.below(4)
      let until = day.advanced(by: length)
      intervals.append(
        StepLine.Interval(
          from: day, until: until, value: random.below(6) == 0 ? nil : Double(random.below(100)),
          causes: place == 0 ? [] : ["a cause"]))
      day = until.advanced(by: 1)
    }
    let chart = StepLine(title: "A rate", intervals: intervals, unit: .plain)
    let outline = try #require(SVGOutline(chart.svg))
    let places = outline.all("circle").compactMap { $0.number("cx") }
    #expect(places.count == intervals.count - 1)
    for (left, right) in zip(places, places.dropFirst()) { #expect(left < right) }
    #expect(places.allSatisfy { $0 > 0 && $0 < 480 })
  }

  /// Cells of a treemap fill the room, lie inside of it and do not overlap.
  @Test(arguments: 0..<50)
  func treemapsAreTiled(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let items = (0...random.below(12)).map { place in
      Treemap.Item(
        code: "\(place)", name: "good \(place)", value: Double(1 + random.below(1000)),
        shade: random.below(4) == 0 ? nil : Double(random.below(50)))
    }
    let chart = Treemap(
      title: "Goods", groups: [.init(name: "All", items: items)], unit: .dollars,
      shadeTitle: "harm")
    let outline = try #require(SVGOutline(chart.svg))
    let cells = outline.all("rect").filter { $0.attributes["class"]?.hasSuffix("k-edge") ?? false }
    #expect(cells.count == items.count)
    let boxes = try cells.map { cell in
      (
        x: try #require(cell.number("x")), y: try #require(cell.number("y")),
        w: try #require(cell.number("width")), h: try #require(cell.number("height"))
      )
    }
    let area = boxes.reduce(0) { $0 + $1.w * $1.h }
    let room = (456.0 - 3) * (430 - 3 - 16)
    #expect(abs(area / room - 1) < 0.01)
    for (place, a) in boxes.enumerated() {
      for b in boxes[(place + 1)...] {
        let isApart =
          a.x + a.w <= b.x + 0.02 || b.x + b.w <= a.x + 0.02 || a.y + a.h <= b.y + 0.02
          || b.y + b.h <= a.y + 0.02
        #expect(isApart, "\(a) \(b)")
      }
    }
    let largest = chart.groups[0].items[0]
    let sum = items.reduce(0) { $0 + $1.value }
    let drawn = boxes.map { $0.w * $0.h }.max() ?? 0
    #expect(abs(drawn / area - largest.value / sum) < 0.01)
  }

  @Test func hostileDataStayData() {
    let chart = RangeBars(
      title: "</title><script>alert(1)</script>",
      rows: [.init("=HYPERLINK(\"x\")", 1), .init("<img src=x onerror=y>", 2)], unit: .dollars)
    #expect(!chart.svg.contains("<script") && !chart.svg.contains("<img"))
    #expect(chart.csv.contains("'=HYPERLINK"))
  }
}
