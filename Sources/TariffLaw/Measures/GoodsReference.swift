/// Which goods lists of the regime a scope takes in, less those it leaves out.
public struct GoodsReference: Hashable, Sendable {
  /// Names of goods lists; a good in any of them is in.
  public let lists: [String]
  /// Names of goods lists whose goods are out.
  public let except: [String]

  public init(lists: [String], except: [String] = []) {
    self.lists = lists
    self.except = except
  }
}
