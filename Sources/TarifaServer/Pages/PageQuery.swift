/// The parameters of a page as those of a question: empty ones left out, fields that hold several taken apart.
struct PageQuery: Sendable {
  let given: [Route.Parameter]

  /// - Parameter given: as the browser sends them; `fact.NAME` is a fact, and claims and facts may be several with `;`.
  init(_ given: [Route.Parameter]) {
    var plain: [Route.Parameter] = []
    for (name, text) in given {
      // Browsers send lines of a text area with a carriage return.
      let text = text.replacing("\r\n", with: "\n")
      let trimmed = text.trimmingPrefix { $0 == " " }
      guard !trimmed.isEmpty else { continue }
      if name.hasPrefix("fact.") {
        plain.append(("fact", "\(name.dropFirst(5))=\(trimmed)"))
      } else if name == "fact" || name == "claim" {
        for part in trimmed.split(separator: ";") {
          let part = part.trimmingPrefix { $0 == " " }
          if !part.isEmpty { plain.append((name, String(part))) }
        }
      } else {
        plain.append((name, String(trimmed)))
      }
    }
    self.given = plain
  }

  func text(_ name: String) -> String { given.first { $0.name == name }?.text ?? "" }

  /// Those that a question has.
  func parameters(of route: Route) -> [Route.Parameter] {
    given.filter { parameter in route.fields.contains { $0.name == parameter.name } }
  }

  /// As the query of an address.
  static func address(_ parameters: [Route.Parameter]) -> String {
    parameters.isEmpty
      ? "" : "?" + parameters.map { "\($0.name)=\(escaped($0.text))" }.joined(separator: "&")
  }

  private static func escaped(_ text: String) -> String {
    var output = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        output.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        output += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return output
  }
}
