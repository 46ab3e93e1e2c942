/// A set of official files as it stands in a store: what it is, where it came from, what it adds
/// up to. Amounts are whole cents.
public struct ImportedSet: Hashable, Sendable {
  /// Which imports are counted.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Imports for consumption, on which duty is calculated.
    case consumption
    /// General imports, which count goods entering warehouses.
    case general
    /// The file does not say.
    case unstated
  }

  /// One file of a set.
  public struct Part: Hashable, Sendable {
    /// The name without its folder.
    public let file: String
    /// Of the file as it stands, compressed or not.
    public let sha256: String
    public let bytes: Int
    /// Records below the header.
    public let rows: Int

    public init(file: String, sha256: String, bytes: Int, rows: Int) {
      self.file = file
      self.sha256 = sha256
      self.bytes = bytes
      self.rows = rows
    }
  }

  /// What was not taken over, with the cents it carries.
  public struct LeftOut: Hashable, Sendable {
    public let rows: Int
    public let value: Int

    public init(rows: Int, value: Int) {
      self.rows = rows
      self.value = value
    }
  }

  /// A sum over part of the set.
  public struct Sum: Hashable, Sendable {
    public let cells: Int
    public let value: Int
    public let duty: Int

    public init(cells: Int, value: Int, duty: Int) {
      self.cells = cells
      self.value = value
      self.duty = duty
    }
  }

  public let name: String
  public let year: Int
  public let layout: String
  public let basis: Basis
  /// Over the hashes of the parts, in order, and of the map.
  public let sha256: String
  public let parts: [Part]
  /// Codes times origins. The sums are over what is known.
  public let total: Sum
  /// By chapter, for chapters 98 and 99: the special provisions.
  public let specialChapters: [Int: Sum]
  /// Records whose value, or whose duty, the source withholds; unknown, not zero.
  public let unknownValueRows: Int
  public let unknownDutyRows: Int
  /// Cells without a known value and duty, which no baseline can use, with their known value.
  public let unusable: LeftOut
  /// Sums over other codes, groups of countries, other measures, and other years.
  public let summaries: LeftOut
  public let otherYears: LeftOut
  /// What the map says to drop.
  public let dropped: LeftOut
  /// What the map moved to another code or origin.
  public let mapped: LeftOut

  public init(
    name: String, year: Int, layout: String, basis: Basis, sha256: String, parts: [Part],
    total: Sum, specialChapters: [Int: Sum], unknownValueRows: Int, unknownDutyRows: Int,
    unusable: LeftOut, summaries: LeftOut, otherYears: LeftOut, dropped: LeftOut, mapped: LeftOut
  ) {
    self.name = name
    self.year = year
    self.layout = layout
    self.basis = basis
    self.sha256 = sha256
    self.parts = parts
    self.total = total
    self.specialChapters = specialChapters
    self.unknownValueRows = unknownValueRows
    self.unknownDutyRows = unknownDutyRows
    self.unusable = unusable
    self.summaries = summaries
    self.otherYears = otherYears
    self.dropped = dropped
    self.mapped = mapped
  }

  /// Records below the headers of all parts.
  public var rows: Int { parts.reduce(0) { $0 + $1.rows } }

  /// The name by which an action takes it as its baseline.
  public var baseline: String { "store:\(name)" }
}
