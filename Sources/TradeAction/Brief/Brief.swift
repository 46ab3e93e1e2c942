public import TariffLaw

/// What a list of goods must be worth, must hold and must not, and what makes one list better than
/// another.
public struct Brief: Hashable, Sendable {
  public let id: String
  public let title: String
  public let importer: String
  /// The country whose goods the list is of.
  public let partner: CountryCode
  public let baseline: String
  /// The day the list is drawn up on: its codes are those of the edition of the day.
  public let on: Day
  /// Rates that may be laid on the whole list, as fractions, ascending; where there are several, the one
  /// with the least objective is taken.
  public let rates: [Fraction]
  public let target: Target
  public let groups: [GoodsGroup]
  /// Only goods of these groups are candidates; all of them without any.
  public let candidates: [String]
  /// Lines that must be on the list, and goods that must not, each with the reason given.
  public let must: [Demand]
  public let exclude: [Demand]
  public let floors: [Bound]
  public let caps: [Bound]
  /// The largest share of a line's imports that may come from the partner, as a fraction.
  public let largestPartnerShare: Fraction?
  /// Lines of less trade are no candidates, dollars a year.
  public let smallestValue: Fraction?
  public let fewestLines: Int?
  public let mostLines: Int?
  public let objective: [Weight]
  public let assumptions: String
  public let notes: String?
  /// A published list the choice is held against.
  public let real: RealList?

  /// What the list must come to.
  public struct Target: Hashable, Sendable {
    public let measure: Measure
    /// Dollars a year.
    public let amount: Fraction
    /// How far from it the list may be, as a fraction of it.
    public let tolerance: Fraction
    /// Whether the amount is a stated harm that the list is to be commensurate with.
    public let isHarm: Bool

    public init(measure: Measure, amount: Fraction, tolerance: Fraction, isHarm: Bool = false) {
      self.measure = measure
      self.amount = amount
      self.tolerance = tolerance
      self.isHarm = isHarm
    }

    /// What is counted of a line.
    public enum Measure: String, Hashable, Sendable, CaseIterable {
      /// Imports from the partner at the baseline.
      case value
      /// Duty on unchanged imports.
      case duty
      /// Imports from the partner that the duty costs it.
      case lostSales = "lost-sales"
    }
  }

  /// Goods that must or must not be on the list.
  public struct Demand: Hashable, Sendable {
    public let group: String
    public let reason: String

    public init(group: String, reason: String) {
      self.group = group
      self.reason = reason
    }
  }

  /// A least or largest share of the value of the list.
  public struct Bound: Hashable, Sendable {
    public let subject: Subject
    /// A fraction of the value of the list.
    public let share: Fraction
    /// Not to be given up when the brief cannot be met.
    public let isFirm: Bool

    public init(subject: Subject, share: Fraction, isFirm: Bool = false) {
      self.subject = subject
      self.share = share
      self.isFirm = isFirm
    }

    public enum Subject: Hashable, Sendable {
      case group(String)
      /// Each chapter of the Harmonized System, or each sector of the impact model, by itself.
      case eachChapter
      case eachSector
      /// The share of the imports of the listed goods that comes from the partner, weighted by value.
      case partnerShare
    }
  }

  /// A term of the objective: its dollars times a weight, on the goods of a group or on all.
  public struct Weight: Hashable, Sendable {
    public let term: Term
    public let group: String?
    public let weight: Fraction

    public init(term: Term, group: String? = nil, weight: Fraction) {
      self.term = term
      self.group = group
      self.weight = weight
    }
  }

  /// What a line does, each in dollars a year and for the line alone at the rate.
  public enum Term: String, Hashable, Sendable, CaseIterable {
    /// What buyers at home lose, exactly.
    case buyersLoss = "buyers-loss"
    /// What the importer loses in all: buyers' loss less duty collected and home producers' gain.
    case netLoss = "net-loss"
    /// The part of the buyers' loss that firms bear: goods that are inputs or equipment.
    case usersLoss = "users-loss"
    /// The part that households bear: goods for consumption.
    case consumersLoss = "consumers-loss"
    /// Sales to the importer that the partner loses.
    case lostSales = "lost-sales"
    /// Imports from the partner times its share in the imports of the line: what has no other supplier.
    case captiveValue = "captive-value"
    /// Imports from the partner.
    case value
    /// Duty on unchanged imports: what buyers pay before anybody responds.
    case duty
    /// One dollar a line.
    case line

    /// Whether it is known only where the importer's own market is held.
    public var needsHome: Bool {
      switch self {
      case .buyersLoss, .netLoss, .usersLoss, .consumersLoss, .captiveValue: true
      case .lostSales, .value, .duty, .line: false
      }
    }
  }

  /// A published list, as measures of the law and the day they are read on.
  public struct RealList: Hashable, Sendable {
    public let measures: [String]
    public let on: Day

    public init(measures: [String], on: Day) {
      self.measures = measures
      self.on = on
    }
  }

  /// A group by its name.
  public func group(_ name: String) -> GoodsGroup? { groups.first { $0.name == name } }
}
