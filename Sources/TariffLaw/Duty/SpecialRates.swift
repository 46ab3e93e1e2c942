/// Column 1, special: the preferential rates of a line by programme indicator.
public struct SpecialRates: Hashable, Sendable {
  /// One rate and the programmes that have it.
  public struct Group: Hashable, Sendable {
    /// A rate, or a text such as a reference to another heading, left unparsed.
    public let rate: DutyText
    public let indicators: [String]

    public init(rate: DutyText, indicators: [String]) {
      self.rate = rate
      self.indicators = indicators
    }
  }

  public let groups: [Group]

  public static let none = SpecialRates(groups: [])

  public init(groups: [Group]) { self.groups = groups }

  /// The rate of a programme; `nil` when the line has none.
  public subscript(indicator: String) -> DutyText? {
    groups.first { $0.indicators.contains(indicator) }?.rate
  }

  /// Every indicator the line carries.
  public var indicators: [String] { groups.flatMap(\.indicators) }

  /// Reads the column as printed: `Free (A+,AU, BH) 3.6% (KR) See 9912.04.30 (MA)`.
  ///
  /// A group is a text and a list of indicators in brackets. Brackets that hold anything else
  /// (a note, a letter in a formula) belong to the text.
  public init(parsing text: String) {
    // By scalars: an accent after a bracket or a space is one character with it, and neither would count.
    var groups: [Group] = []
    var pending = String.UnicodeScalarView()
    var rest = DutyParser.normalized(text).unicodeScalars[...]
    while let open = rest.firstIndex(of: "(") {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: ")") else { break }
      pending += rest[..<open]
      let list = inside[..<close].split { $0 == "," || $0 == " " }.map(String.init)
      rest = inside[inside.index(after: close)...]
      if !list.isEmpty, list.allSatisfy(SpecialRates.isIndicator) {
        let rate = pending[...].drop { $0 == " " || $0 == "," || $0 == ";" }
        if rate.allSatisfy({ $0 == " " }), let last = groups.last {
          // A second bracket after the same rate.
          groups[groups.count - 1] = Group(rate: last.rate, indicators: last.indicators + list)
        } else {
          groups.append(
            Group(rate: DutyText(parsing: SpecialRates.trimmed(rate)), indicators: list))
        }
        pending = String.UnicodeScalarView()
      } else {
        pending.append("(")
        pending += inside[..<close]
        pending.append(")")
      }
    }
    pending += rest
    let tail = SpecialRates.trimmed(pending[...])
    if !tail.isEmpty { groups.append(Group(rate: DutyText(parsing: tail), indicators: [])) }
    self.groups = groups
  }

  /// One or two capital letters, with a plus or star: `A*`, `P+`, `KR`.
  private static func isIndicator(_ text: String) -> Bool {
    var letters = 0
    var marks = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where marks == 0: letters += 1
      case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "#"): marks += 1
      default: return false
      }
    }
    return (1...2).contains(letters) && marks <= 1
  }

  private static func trimmed(_ text: Substring.UnicodeScalarView) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
