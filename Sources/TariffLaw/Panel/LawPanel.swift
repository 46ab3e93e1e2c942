/// The default answer for every good and every origin on one day.
///
/// Goods that stand in the same lists and origins that meet the same terms are answered once: the
/// panel holds one column for each kind of origin and one number for each cell.
public struct LawPanel: Sendable {
  public let day: Day
  public let edition: Edition
  /// Ascending.
  public let codes: [HTSCode]
  public let origins: [CountryCode]
  private let columnOfOrigin: [Int]
  private let columns: [Column]

  /// What is owed on a good from an origin, with nothing claimed and no fact stated.
  public struct Cell: Hashable, Sendable {
    public let status: EntryStatus
    /// `nil` where it cannot be known without more.
    public let rate: Fraction?
    public let additionalRate: Fraction?
    /// The measures on top that count; their rates add up to ``additionalRate``.
    public let parts: [Part]
  }

  public struct Part: Hashable, Sendable {
    public let measure: String
    public let authority: String
    public let rate: Fraction
  }

  /// The cells of one kind of origin: few distinct ones, and which of them each code has.
  public struct Column: Sendable {
    public let cells: [Cell]
    /// The position in ``cells`` of each code, by its position.
    public let index: [UInt32]
  }

  init(_ draft: LawPanelDraft, _ columns: [Column]) {
    day = draft.kinds.day
    edition = draft.edition
    codes = draft.codes
    origins = draft.kinds.origins
    columnOfOrigin = draft.kinds.kind
    self.columns = columns
  }

  /// The cell of a code and an origin, by position.
  public func cell(_ code: Int, _ origin: Int) -> Cell {
    let column = columns[columnOfOrigin[origin]]
    return column.cells[Int(column.index[code])]
  }

  /// The position of a code; `nil` when the edition has no such rate line.
  public func position(of code: HTSCode) -> Int? {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low < codes.count && codes[low] == code ? low : nil
  }

  /// One column for each kind of origin.
  public var kindsOfOrigin: Int { columns.count }

  /// The cells of an origin, by position.
  public func column(_ origin: Int) -> Column { columns[columnOfOrigin[origin]] }

  /// The kind of an origin, by position: origins of one kind have the same column.
  public func kind(of origin: Int) -> Int { columnOfOrigin[origin] }
}
