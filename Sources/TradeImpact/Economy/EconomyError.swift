/// Accounts of an economy that do not fit together, or figures that do not fit them.
public struct EconomyError: Error, Hashable, Sendable {
  public let message: String

  init(_ message: String) { self.message = message }
}

extension EconomyError: CustomStringConvertible {
  public var description: String { message }
}
