/// What goods are asked for: words, or what stands under a code.
public struct GoodsRequest: Hashable, Sendable {
  /// Words of the official names, in any order, or the beginning of a code.
  public var words: String
  /// The code whose parts are asked for: two to eight digits; the chapters without it.
  public var under: String
  /// The day of the schedule; that of the last law held without it.
  public var on: String?
  /// The most goods to give.
  public var most: Int

  public init(words: String = "", under: String = "", on: String? = nil, most: Int = 50) {
    self.words = words
    self.under = under
    self.on = on
    self.most = most
  }
}
