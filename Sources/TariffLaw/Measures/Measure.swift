/// A legal provision that may add, replace, cap or lift the duty on a good, or bar it.
///
/// A measure applies where the goods, origins, days, claims and facts of one of its ``terms`` meet
/// the entry and none of its ``exemptions`` does. How it combines with others is the
/// ``Term/stacking`` of that term. The columns of the schedule and the preference programmes are
/// measures too, so that nothing about them is written in code.
public struct Measure: Hashable, Sendable {
  /// The path of the measure below the law folder, such as `us/section-301/china/list-1`.
  public let id: String
  public let title: String
  /// The statute or power the measure rests on, by the name the law files give it.
  public let authority: String
  /// In the order of the file. On a day, the first term that meets the entry is the one that
  /// applies, so a narrower case stands before the general one.
  public let terms: [Term]
  public let exemptions: [Exemption]
  /// Values this measure assumes for facts the entry does not state, before the fact's own default.
  public let assumptions: [String: FactValue]
  public let kind: Kind
  public let notes: String?
  /// Whether the measure is a column of the schedule or a preference in it, rather than a duty on
  /// top: the parts of `additional_rate` are the other measures.
  public let isColumn: Bool

  /// Whether the measure lays customs duty, or a charge for a service that stands beside it.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case duty
    /// Not part of any rate or total of duty; listed when fees are asked for.
    case fee
  }

  public init(
    id: String, title: String, authority: String, terms: [Term], exemptions: [Exemption] = [],
    assumptions: [String: FactValue] = [:], kind: Kind = .duty, notes: String? = nil
  ) {
    self.id = id
    self.title = title
    self.authority = authority
    self.terms = terms
    self.exemptions = exemptions
    self.assumptions = assumptions
    self.kind = kind
    self.notes = notes
    isColumn = terms.contains { if case .column = $0.duty { true } else { false } }
  }
}
