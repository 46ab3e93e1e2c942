import Foundation
import JSONText
import TarifaReport
import Testing

/// The contrast of the colours of drawings, as the guidelines for accessible pages count it.
struct ChartStyleTests {
  private typealias Colours = [String: [String: String]]

  /// The properties of each class, in light or with what dark changes of them.
  private func colours(dark: Bool) throws -> Colours {
    let svg = try Waterfall(duty: ShippedAnswers.duty.get()).svg
    let style = try #require(SVGOutline(svg)?.all("style").first?.text)
    let parts = style.components(separatedBy: "@media (prefers-color-scheme:dark){")
    #expect(parts.count == 2)
    var colours: Colours = [:]
    for part in dark ? parts : [parts[0]] {
      for rule in part.split(separator: "}") {
        let halves = rule.split(separator: "{").map { $0.trimmingCharacters(in: .whitespaces) }
        guard halves.count == 2 else { continue }
        for name in halves[0].split(separator: ",") {
          for property in halves[1].split(separator: ";") {
            let pair = property.split(separator: ":").map(String.init)
            colours[String(name), default: [:]][pair[0]] = pair[1]
          }
        }
      }
    }
    return colours
  }

  private func luminance(_ colour: String) throws -> Double {
    #expect(colour.hasPrefix("#") && colour.count == 7)
    let number = try #require(Int(colour.dropFirst(), radix: 16))
    let parts = [16, 8, 0].map { shift in
      let share = Double(number >> shift & 255) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func contrast(_ a: String, _ b: String) throws -> Double {
    let lights = [try luminance(a), try luminance(b)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  @Test(arguments: [false, true])
  func textCanBeRead(dark: Bool) throws {
    let colours = try colours(dark: dark)
    func fill(_ name: String) throws -> String { try #require(colours[".k-\(name)"]?["fill"]) }
    var pairs = [("ink", "page"), ("soft", "page"), ("hot", "page"), ("ink", "band")]
    pairs += [("on-ground", "hollow")]
    pairs += ["h0", "h1", "h2", "hn"].map { ("on-light", $0) }
    pairs += ["h3", "h4"].map { ("on-dark", $0) }
    for (text, ground) in pairs {
      let found = try contrast(try fill(text), try fill(ground))
      #expect(found >= 4.5, "\(text) on \(ground): \(found)")
    }
  }

  @Test(arguments: [false, true])
  func barsStandOutFromThePage(dark: Bool) throws {
    let colours = try colours(dark: dark)
    let page = try #require(colours[".k-page"]?["fill"])
    for series in 0..<8 {
      let style = try #require(colours[".k-\(series)"])
      let shown = [style["fill"], style["stroke"]].compactMap { $0 }.filter { $0 != "none" }
      let best = try shown.map { try contrast($0, page) }.max() ?? 0
      #expect(best >= 3, "series \(series): \(best)")
    }
    for name in ["axis", "rule", "warn", "line", "total"] {
      let line = try #require(colours[".k-\(name)"]?["stroke"])
      #expect(try contrast(line, page) >= 3, "\(name)")
    }
  }
}
