public import TariffLaw

/// A row of the table of goods in a notice.
public struct NoticeLine: Hashable, Sendable {
  /// A ten-digit part of a line of which not all is listed.
  public struct Part: Hashable, Sendable {
    public let code: HTSCode
    public let description: GoodsDescription
  }

  /// Eight digits.
  public let code: HTSCode
  public let description: GoodsDescription
  /// Empty where the whole line is listed.
  public let parts: [Part]
}
