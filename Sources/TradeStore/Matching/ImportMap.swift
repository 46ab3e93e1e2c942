import TabularText
import TariffLaw

/// What codes and origins of a file stand for: a CSV of `from,to` with an optional `share`.
///
/// Digits of six or more places, with or without dots, are codes; anything else is an origin. `to`
/// may be `drop`. Several rows of one `from` split it by shares that sum to one.
public struct ImportMap: Sendable {
  /// Where an amount goes: another code or origin, or nowhere.
  struct Target: Hashable, Sendable {
    /// `nil` to drop it.
    let to: String?
    /// Billionths.
    let share: Int
    let line: Int
  }

  /// The name of the file, for messages.
  let file: String
  /// Of the file, so that another map is another set.
  let sha256: String
  /// By the digits of a code, or the folded text of an origin.
  let targets: [String: [Target]]

  /// - Throws: ``ImportError`` naming the row that cannot be read.
  public init(path: String, limits: ImportLimits = ImportLimits()) throws(ImportError) {
    file = PartSource.name(of: path)
    let list = try ListFile(path: path, limits: limits)
    sha256 = list.sha256
    let from = try list.column("from")
    let to = try list.column("to")
    let share = list.optionalColumn("share")
    var targets: [String: [Target]] = [:]
    for (line, fields) in list.records {
      let key = Self.key(fields.field(from))
      guard !key.isEmpty else {
        throw ImportError("'from' is empty", file: file, line: line, column: "from")
      }
      let target = fields.field(to)
      guard !target.isEmpty else {
        throw ImportError(
          "'to' is empty; name a code or an origin, or 'drop'", file: file, line: line,
          column: "to")
      }
      let text = fields.field(share)
      guard let part = text.isEmpty ? Self.whole : Self.billionths(text) else {
        throw ImportError(
          "'\(Printable.text(text))' is not a share; write more than 0 and at most 1, with at most"
            + " nine decimals", file: file, line: line, column: "share")
      }
      targets[key, default: []].append(
        Target(to: target.lowercased() == "drop" ? nil : target, share: part, line: line))
    }
    for (key, rows) in targets.sorted(by: { $0.key < $1.key }) {
      guard Set(rows.map(\.to)).count == rows.count else {
        throw ImportError(
          "'\(Printable.text(key))' goes to the same twice", file: file, line: rows[1].line,
          column: "to")
      }
      let total = rows.reduce(0) { $0 + $1.share }
      guard total == Self.whole else {
        let sum = Fraction(total, over: Self.whole).decimalText(digits: 9)
        throw ImportError(
          "the shares of '\(Printable.text(key))' sum to \(sum), not 1", file: file,
          line: rows[0].line, column: "share")
      }
    }
    self.targets = targets
  }

  /// The rows of a code: its own, or those of its rate line.
  func targets(of code: HTSCode) -> (key: String, rows: [Target])? {
    for key in [code.digits, code.prefix(8).digits] {
      if let rows = targets[key] { return (key, rows) }
    }
    return nil
  }

  func targets(of origin: String) -> (key: String, rows: [Target])? {
    let key = Self.key(origin)
    return targets[key].map { (key, $0) }
  }

  static let whole = 1_000_000_000

  private static func billionths(_ text: String) -> Int? {
    guard text.utf8.count <= 11, let share = Fraction(decimal: text), share > 0, share <= 1 else {
      return nil
    }
    return Int((share * Fraction(whole)).doubleValue.rounded())
  }

  private static func key(_ text: String) -> String {
    let plain = text.split(separator: " ").joined(separator: " ").lowercased()
    let digits = plain.filter { $0 != "." }
    let isCode = digits.utf8.count >= 6 && digits.utf8.allSatisfy { (48...57).contains($0) }
    return isCode ? digits : plain
  }
}
