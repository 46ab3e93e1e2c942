import Synchronization

/// What was made and does not change, for who asks again: the latest of it, within a bound.
package final class RecentlyMade<Value: Sendable>: Sendable {
  private struct State {
    var values: [String: Value] = [:]
    /// The oldest first.
    var order: [String] = []
    var bytes = 0
  }

  private let state = Mutex(State())
  /// Bytes of text that are kept at most, those of the keys included: clients choose them.
  private let most: Int
  private let size: @Sendable (Value) -> Int

  /// - Parameter size: the bytes of a value's text.
  package init(most: Int, size: @escaping @Sendable (Value) -> Int) {
    self.most = most
    self.size = size
  }

  /// - Parameter make: the value, and whether it will stay the same.
  package func value(
    _ key: String, _ make: () async throws -> (value: Value, isKept: Bool)
  ) async throws -> Value {
    if let known = state.withLock({ $0.values[key] }) { return known }
    let (value, isKept) = try await make()
    let bytes = size(value) + key.utf8.count
    guard isKept, bytes <= most else { return value }
    state.withLock { state in
      guard state.values.updateValue(value, forKey: key) == nil else { return }
      state.order.append(key)
      state.bytes += bytes
      while state.bytes > most, let oldest = state.order.first {
        state.order.removeFirst()
        guard let gone = state.values.removeValue(forKey: oldest) else { continue }
        state.bytes -= size(gone) + oldest.utf8.count
      }
    }
    return value
  }
}
