/// Reads a rate of duty as the schedule prints it.
///
/// The grammar is a sum of parts joined by `+` or `plus`: a percentage, optionally of a named
/// component (`5.3% on the battery`), or an amount of money a unit, optionally of a measured part
/// (`7.4¢/kg on drained weight`), or one polarimetric formula. Anything else is left as text.
struct DutyParser {
  private var text: Substring

  /// - Parameter plain: as ``normalized(_:)`` gives it.
  /// - Returns: `nil` when the text is not of the grammar.
  static func expression(_ plain: String) -> DutyExpression? {
    if let free = freeOfDuty(plain) { return free }
    if let degree = degreeFormula(plain) { return DutyExpression(parts: [.byDegree(degree)]) }
    var parser = DutyParser(text: plain[...])
    return parser.sum()
  }

  // MARK: Sum

  private mutating func sum() -> DutyExpression? {
    var parts: [DutyExpression.Part] = []
    repeat {
      guard let part = part() else { return nil }
      parts.append(part)
    } while take("+") || takeWord("plus")
    skipSpace()
    guard text.isEmpty else { return nil }
    // A rate of zero printed as a number is free, like the word.
    let nonzero = parts.filter { part in
      if case .adValorem(let rate, _) = part { !rate.isZero } else { true }
    }
    return DutyExpression(parts: nonzero)
  }

  private mutating func part() -> DutyExpression.Part? {
    skipSpace()
    _ = takeWord("a duty of")
    skipSpace()
    if take("$") {
      guard let amount = number() else { return nil }
      return specific(amount)
    }
    guard let amount = number() else { return nil }
    skipSpace()
    if take("¢") { return specific(amount / 100) }
    guard take("%") || takeWord("percent") else { return nil }
    return .adValorem(amount / 100, of: base())
  }

  private mutating func base() -> DutyBase {
    guard let phrase = phrase(), let name = DutyParser.factName(phrase), name != "value" else {
      return .value
    }
    return .component(name)
  }

  private mutating func specific(_ amount: Fraction) -> DutyExpression.Part? {
    skipSpace()
    let isSlash = take("/") || takeWord("per")
    guard isSlash || startsWithWord("each") else { return nil }
    guard let unit = unit() else { return nil }
    var freeUnits = 0
    if takeWord("over") {
      guard let units = number(), units.denominator == 1, units < 1000 else { return nil }
      freeUnits = Int(units.numerator)
    }
    let measured = phrase().flatMap(DutyParser.factName)
    return .specific(
      SpecificDuty(amount: amount, unit: unit, measured: measured, freeUnits: freeUnits))
  }

  /// The longest run of words before a phrase that names a unit.
  private mutating func unit() -> QuantityUnit? {
    skipSpace()
    var best: (unit: QuantityUnit, rest: Substring)?
    var end = text.startIndex
    var words = 0
    while end < text.endIndex, words < 4, text[end] != "+" {
      while end < text.endIndex, text[end] == " " { end = text.index(after: end) }
      let start = end
      while end < text.endIndex, text[end] != " ", text[end] != "+" { end = text.index(after: end) }
      // Spellings fold their spaces: without this `$1/t on the value` were a duty on the `ton`.
      guard end > start, !["on", "of"].contains(text[start..<end].lowercased()) else { break }
      words += 1
      if let unit = QuantityUnit(spelling: text[text.startIndex..<end]) {
        best = (unit, text[end...])
      }
    }
    guard let best else { return nil }
    text = best.rest
    return best.unit
  }

  /// A phrase that begins with `on` or `of` and runs to the next part.
  private mutating func phrase() -> String? {
    skipSpace()
    guard startsWithWord("on") || startsWithWord("of") else { return nil }
    let end = text.firstIndex(of: "+") ?? text.endIndex
    defer { text = text[end...] }
    return String(text[..<end])
  }

  // MARK: Tokens

  /// A decimal, optionally with a vulgar fraction (`33 1/3`), that a compiled duty can hold.
  private mutating func number() -> Fraction? {
    guard let number = decimal(), (number / 100).fitsCompiledForm else { return nil }
    return number
  }

  private mutating func decimal() -> Fraction? {
    skipSpace()
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    guard let whole = Fraction(decimal: digits.hasSuffix(".") ? digits.dropLast() : digits) else {
      return nil
    }
    text = text.dropFirst(digits.count)
    let saved = text
    skipSpace()
    let top = text.prefix { $0.isASCII && $0.isNumber }
    if let numerator = Int(top), text.dropFirst(top.count).first == "/" {
      let bottom = text.dropFirst(top.count + 1).prefix { $0.isASCII && $0.isNumber }
      if let denominator = Int(bottom), denominator > 0, numerator < denominator {
        text = text.dropFirst(top.count + 1 + bottom.count)
        return whole + Fraction(numerator, over: denominator)
      }
    }
    text = saved
    return whole
  }

  private mutating func skipSpace() {
    while text.first == " " { text = text.dropFirst() }
  }

  private mutating func take(_ character: Character) -> Bool {
    skipSpace()
    guard text.first == character else { return false }
    text = text.dropFirst()
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    skipSpace()
    guard startsWithWord(word) else { return false }
    text = text.dropFirst(word.count)
    return true
  }

  private func startsWithWord(_ word: String) -> Bool {
    let body = text.drop { $0 == " " }
    guard body.lowercased().hasPrefix(word) else { return false }
    guard let next = body.dropFirst(word.count).first else { return true }
    return !next.isLetter
  }
}

// MARK: - Whole-text forms

extension DutyParser {
  /// One spelling for what the editions print in several: `cents`, hyphens at line ends, doubled
  /// spaces, a footnote mark at the end.
  static func normalized(_ text: String) -> String {
    var output = ""
    // By scalars: an accent after a space is one character with it, and the space would count no more.
    for scalars in text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
      let word = Substring(scalars)
      if output.hasSuffix("-"), let last = output.dropLast().last, last.isLetter {
        output.removeLast()
        output += word
        continue
      }
      if !output.isEmpty { output += " " }
      output += word
    }
    // By bytes and in either case, as the name of a component is: it would else be read otherwise than printed.
    for (spelling, sign) in [
      (" cents", "¢"), ("cents", "¢"), (" ¢", "¢"), ("¢ /", "¢/"), ("m2of", "m2 of"),
    ] {
      output = replacing(spelling, by: sign, in: output)
    }
    // Footnote marks (`1/`) end some texts.
    while output.hasSuffix("/"), let space = output.lastIndex(of: " ") {
      let mark = output[output.index(after: space)...].dropLast()
      guard !mark.isEmpty, mark.allSatisfy(\.isNumber) else { break }
      output = String(output[..<space])
    }
    return output
  }

  /// Replaces a spelling in lower case wherever it stands, in upper case too, until it is nowhere.
  private static func replacing(
    _ spelling: String, by sign: String, in text: String
  ) -> String {
    let sought = Array(spelling.utf8)
    var read = Array(text.utf8)
    var written: [UInt8] = []
    func isHere(_ position: Int) -> Bool {
      guard position + sought.count <= read.count else { return false }
      for offset in sought.indices {
        let byte = read[position + offset]
        let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        if (isUpper ? byte | 0x20 : byte) != sought[offset] { return false }
      }
      return true
    }
    while true {
      var position = 0
      written = []
      while position < read.count {
        if isHere(position) {
          written += sign.utf8
          position += sought.count
        } else {
          written.append(read[position])
          position += 1
        }
      }
      if written.count == read.count { return String(decoding: read, as: UTF8.self) }
      read = written
    }
  }

  private static func freeOfDuty(_ text: String) -> DutyExpression? {
    guard text.lowercased().hasPrefix("free") else { return nil }
    let rest = text.dropFirst(4).drop { $0 == " " }
    guard let first = rest.first else { return .free }
    guard first == "," || first == "(" else { return nil }
    let condition = first == "," ? rest.dropFirst().drop { $0 == " " } : rest
    return DutyExpression(parts: [], condition: String(condition))
  }

  /// `A¢/kg less B¢/kg for each degree under 100 degrees (…) but not less than C¢/kg`
  private static func degreeFormula(_ text: String) -> DegreeDuty? {
    guard let less = text.firstRange(of: " less "),
      let each = text.firstRange(of: " for each degree under "),
      let floorRange = text.firstRange(of: "but not less "), less.upperBound < each.lowerBound,
      each.upperBound < floorRange.lowerBound
    else { return nil }
    func duty(_ part: Substring) -> SpecificDuty? {
      var body = part.drop { $0 == " " }
      if body.hasPrefix("than ") { body = body.dropFirst(5) }
      var parser = DutyParser(text: body)
      guard let sum = parser.sum(), sum.parts.count == 1,
        case .specific(let duty) = sum.parts[0], duty.measured == nil
      else { return nil }
      return duty
    }
    let degrees = text[each.upperBound...].prefix { $0.isNumber || $0 == "." }
    guard let amount = duty(text[..<less.lowerBound]),
      let step = duty(text[less.upperBound..<each.lowerBound]),
      let floor = duty(text[floorRange.upperBound...]),
      let reference = Fraction(decimal: degrees), reference.fitsCompiledForm,
      amount.unit == step.unit, step.unit == floor.unit
    else { return nil }
    return DegreeDuty(
      amount: amount.amount, step: step.amount, reference: reference, floor: floor.amount,
      unit: amount.unit)
  }

  /// The fact an entry states for a component or measured part: the words of the phrase without
  /// articles and prepositions, joined by hyphens, up to the first alternative
  /// (`on the strap, band or bracelet` is `strap`, `on copper content` is `copper`).
  ///
  /// - Returns: `nil` when the phrase means the whole article.
  static func factName(_ phrase: String) -> String? {
    // By scalars, as the hyphen of a name would else be one character with a mark after it.
    var words = phrase.lowercased().unicodeScalars.prefix { $0 != "," }
      .split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }.map(String.init)
    words = words.map { typos[$0] ?? $0 }
    if let or = words.firstIndex(of: "or") { words.removeSubrange(or...) }
    while let first = words.first, ["on", "of", "the"].contains(first) { words.removeFirst() }
    if words.starts(with: ["value", "of"]) { words.removeFirst(2) }
    words.removeAll { ["on", "of", "the"].contains($0) }
    if words.last == "content" { words.removeLast() }
    if words == ["entire", "set"] || words.isEmpty { return nil }
    return words.joined(separator: "-")
  }

  /// Misprints of the schedule.
  private static let typos = ["thebattery": "battery", "weght": "weight"]
}

extension DutyText {
  /// Reads a rate as printed; text outside the grammar stays text.
  public init(parsing text: String) {
    let plain = DutyParser.normalized(text)
    if let expression = DutyParser.expression(plain) {
      self = .parsed(expression, text: plain)
    } else {
      self = .unparsed(text: plain)
    }
  }
}
