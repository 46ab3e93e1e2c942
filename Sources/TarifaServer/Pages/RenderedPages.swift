import Synchronization

/// Pages of kept answers as they were made: what is kept does not change, and a reporter's link is opened a thousand times.
final class RenderedPages: Sendable {
  private struct State {
    var pages: [String: String] = [:]
    /// The oldest first.
    var order: [String] = []
    var bytes = 0
  }

  private let state = Mutex(State())
  /// Bytes of text that are kept at most.
  private let most: Int

  init(most: Int = 32_000_000) { self.most = most }

  /// - Parameter make: the page, and whether it will stay the same.
  func page(
    _ id: String, _ make: () async throws -> (page: String, isKept: Bool)
  ) async throws -> String {
    if let known = state.withLock({ $0.pages[id] }) { return known }
    let (page, isKept) = try await make()
    guard isKept else { return page }
    state.withLock { state in
      guard page.utf8.count <= most, state.pages.updateValue(page, forKey: id) == nil else {
        return
      }
      state.order.append(id)
      state.bytes += page.utf8.count
      while state.bytes > most, let oldest = state.order.first {
        state.order.removeFirst()
        state.bytes -= state.pages.removeValue(forKey: oldest)?.utf8.count ?? 0
      }
    }
    return page
  }
}
