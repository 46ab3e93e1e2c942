/// A code that stands twice in one goods list.
public struct DuplicateGoods: Error, Hashable, Sendable {
  public let code: HTSCode
}

extension DuplicateGoods: CustomStringConvertible {
  public var description: String { "\(code.dotted) is listed twice; keep one row" }
}
