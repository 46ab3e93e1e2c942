public import LawFiles
public import TariffLaw

/// A trade action: which measures it brings, from which day it is looked at, and on what baseline.
public struct Action: Hashable, Sendable {
  public let id: String
  public let title: String
  public let importer: String
  /// The baseline of imports it is assessed on.
  public let baseline: String
  /// The country the bilateral balance is with; `nil` when there is no one partner.
  public let partner: CountryCode?
  /// The day whose rates the assessment takes.
  public let on: Day
  /// The earlier day whose law it is held against; `nil` when it is held against the same law without
  /// its measures.
  public let against: Day?
  /// Days on which the action changed, for the table of stages.
  public let stages: [Day]
  /// The measures of the law that are the action: ids, or the start of ids followed by `*`.
  public let measures: [String]
  /// Countries that are taken to meet the measures as if none of their exemptions, quotas included,
  /// had been granted.
  public private(set) var struckExemptions: Set<CountryCode>
  /// What partners do back.
  public let answers: [Answer]
  /// Name of the file of economic assumptions.
  public let assumptions: String
  /// What was announced of the imports covered, for comparison.
  public let announced: Announcement?
  public let notes: String?
  /// Law files that bring measures of the action's own, as a folder of law holds them.
  public internal(set) var law: [LawText] = []

  /// The same action on countries as if none of their exemptions had been granted.
  public func striking(_ countries: Set<CountryCode>) -> Action {
    var action = self
    action.struckExemptions = countries
    return action
  }

  /// A partner's measures on exports of the action's importer, in the partner's law.
  public struct Answer: Hashable, Sendable {
    /// The partner, as its law is named.
    public let importer: String
    /// The day whose rates are taken.
    public let on: Day
    /// As ``Action/measures``.
    public let measures: [String]

    public init(importer: String, on: Day, measures: [String]) {
      self.importer = importer
      self.on = on
      self.measures = measures
    }
  }

  /// An official figure for the imports an action covers.
  public struct Announcement: Hashable, Sendable {
    /// Dollars a year.
    public let imports: Fraction
    public let citation: String
  }
}
