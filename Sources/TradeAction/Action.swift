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
  /// Days on which the action changed, for the table of stages.
  public let stages: [Day]
  /// Ids of the measures of the law that are the action.
  public let measures: [String]
  /// Name of the file of economic assumptions.
  public let assumptions: String
  /// What was announced of the imports covered, for comparison.
  public let announced: Announcement?
  public let notes: String?

  /// An official figure for the imports an action covers.
  public struct Announcement: Hashable, Sendable {
    /// Dollars a year.
    public let imports: Fraction
    public let citation: String
  }
}
