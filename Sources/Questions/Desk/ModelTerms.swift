/// What an action is assessed on, and with what assumptions; each in place of the action's own.
public struct ModelTerms: Hashable, Sendable {
  public var on: String?
  public var baseline: String?
  public var assumptions: String?
  public var horizon: String?
  public var draws: Int?
  public var seed = 1
  public var law = LawTerms()

  public init() {}
}
