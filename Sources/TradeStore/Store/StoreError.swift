/// Why a store cannot be used.
public struct StoreError: Error, Hashable, Sendable {
  public let message: String

  public init(_ message: String) { self.message = message }
}

extension StoreError: CustomStringConvertible {
  public var description: String { message }
}
