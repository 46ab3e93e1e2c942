/// Another defensible interpretation of a term, where authorities disagree or the text leaves room.
public struct AlternativeReading: Hashable, Sendable {
  public let id: String
  public let text: String
  /// Who reads it so.
  public let source: String
  /// What replaces the term's own under this reading; `nil` keeps it.
  public let duty: TermDuty?
  public let base: ValueBase?
  public let amount: Stacking.Amount?

  public init(
    id: String, text: String, source: String, duty: TermDuty? = nil, base: ValueBase? = nil,
    amount: Stacking.Amount? = nil
  ) {
    self.id = id
    self.text = text
    self.source = source
    self.duty = duty
    self.base = base
    self.amount = amount
  }
}
