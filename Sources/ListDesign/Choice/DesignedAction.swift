import TariffLaw
public import TradeAction

/// A chosen list as the files of an action: the action, and its measure in the law format.
public struct DesignedAction: Hashable, Sendable {
  /// Contents by the path inside the folder of the action.
  public let files: [(path: String, text: String)]
  private let id: String

  public static func == (a: Self, b: Self) -> Bool {
    a.files.elementsEqual(b.files) { $0 == $1 }
  }

  public func hash(into hasher: inout Hasher) {
    for file in files { hasher.combine(file.text) }
  }

  /// - Parameter id: of the action; the folder is named after it.
  public init(_ design: Design, id: String) {
    self.id = id
    let brief = design.pool.brief
    let measure = "\(brief.importer)/proposed/\(id)"
    let goods = "proposed/goods/\(id).csv"
    let rate = (design.choice.rate * 100).decimalText(digits: 4)
    let origin = brief.partner.text
    // Titles are quoted: a brief may hold any words.
    let title = Self.quoted("\(brief.title), as designed")
    files = [
      (
        "action.yaml",
        """
        id: \(id)
        title: \(title)
        importer: \(brief.importer)
        baseline: \(brief.baseline)
        partner: \(origin)
        on: \(brief.on)
        measures:
          - \(measure)
        assumptions: \(brief.assumptions)
        notes: Chosen by the brief \(Self.quoted(brief.id)).

        """
      ),
      (
        "law/\(brief.importer)/proposed/\(id).yaml",
        """
        # A proposal: no notice lays it.
        id: \(measure)
        title: \(title)
        authority: proposed
        origins: [\(origin)]
        goods: \(goods)
        terms:
          - from: \(brief.on)
            duty: \(rate)%
            citation: \(Self.quoted("proposal designed by the brief \(brief.id)"))

        """
      ),
      (
        "law/\(brief.importer)/\(goods)",
        "hts\n"
          + design.choice.chosen.map { design.pool.candidates[$0].code.digits + "\n" }.joined()
      ),
    ]
  }

  /// The action that its folder is read as.
  ///
  /// - Throws: `LawErrors` when the brief's words do not make one.
  public func action() throws -> Action {
    try ActionLibrary.action(files: files.map { ($0.path, Array($0.text.utf8)) }, in: id)
  }

  private static func quoted(_ text: String) -> String {
    let words = text.map { $0.isNewline ? " " : String($0) }.joined()
    return "'"
      + words.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'"
  }
}
