/// Elements with escaped attributes and contents, as drawings (SVG) and pages (HTML) are written.
package struct MarkupText {
  package typealias Attribute = (name: String, value: String)

  package private(set) var text = ""
  private var open: [String] = []

  package init() {}

  /// Begins an element that holds others.
  package mutating func begin(_ name: String, _ attributes: [Attribute] = []) {
    line("<\(name)\(Self.list(attributes))>")
    open.append(name)
  }

  /// Ends the element begun last.
  package mutating func end() {
    guard let name = open.popLast() else { return }
    line("</\(name)>")
  }

  /// An element with text, or with nothing.
  package mutating func add(
    _ name: String, _ attributes: [Attribute] = [], text: String? = nil
  ) {
    guard let text else { return line("<\(name)\(Self.list(attributes))/>") }
    line("<\(name)\(Self.list(attributes))>\(Self.escaped(text))</\(name)>")
  }

  /// A shape with a text that is shown when it is pointed at and read aloud.
  package mutating func add(
    _ name: String, _ attributes: [Attribute] = [], title: String
  ) {
    begin(name, attributes)
    add("title", text: title)
    end()
  }

  /// An element with a text whose line breaks count, as in a text area.
  package mutating func addVerbatim(
    _ name: String, _ attributes: [Attribute] = [], text: String
  ) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    line(
      "<\(name)\(Self.list(attributes))>"
        + lines.map { Self.escaped(String($0)) }.joined(separator: "\n")
        + "</\(name)>")
  }

  /// Elements that were written apart.
  package mutating func add(_ other: MarkupText) { text += other.text }

  /// A drawing as it stands, inside of a page.
  ///
  /// - Parameter source: what it rests on, drawn under it.
  package mutating func add(_ chart: any Chart, source: String = "") {
    text += chart.svg(source: source)
  }

  private mutating func line(_ content: String) {
    text += String(repeating: "  ", count: open.count) + content + "\n"
  }

  private static func list(_ attributes: [Attribute]) -> String {
    attributes.map { " \($0.name)=\"\(escaped($0.value))\"" }.joined()
  }

  /// A number as a coordinate, to a hundredth; zero for what no drawing can hold.
  package static func number(_ value: Double) -> String {
    guard value.magnitude < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    return "\(sign)\(whole)."
      + (rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)")
  }

  /// Characters that XML 1.0 does not allow are left out.
  private static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "\t", "\n", "\r": output += " "
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
