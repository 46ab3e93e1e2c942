public import TariffLaw

/// One measure's goods in a notice, with the provisions that they fall under.
public struct NoticeSection: Sendable {
  /// A chapter of goods.
  public struct Chapter: Sendable {
    public let code: HTSCode
    /// Empty for a national chapter.
    public let title: String
    public let lines: [NoticeLine]
  }

  public let measure: Measure
  /// In force on the day of the notice.
  public let provisions: [Term]
  /// Whether the provisions take in all goods, so that there is no table.
  public let isAllGoods: Bool
  /// In the order of the codes.
  public let chapters: [Chapter]
  /// Listed codes that the schedule of the day has not.
  public let missing: [HTSCode]
  /// Exemptions of the measure in force on the day; a notice states them apart.
  public let exemptions: Int

  public var lines: [NoticeLine] { chapters.flatMap(\.lines) }

  /// The provision that stands for the rest: the first that needs no claim and no circumstance.
  public var mainProvision: Term? {
    provisions.first { $0.scope.claims.isEmpty && $0.scope.condition == .always }
      ?? provisions.first
  }
}
