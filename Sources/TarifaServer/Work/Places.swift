import Synchronization

/// So many places for what takes up memory as long as a client needs; nobody waits for one.
package final class Places: Sendable {
  let count: Int
  private let free: Mutex<Int>

  init(_ count: Int) {
    self.count = count
    free = Mutex(count)
  }

  package var taken: Int { count - free.withLock { $0 } }

  /// A place, until it is let go; `nil` when there is none.
  func take() -> Place? {
    let isFree = free.withLock { free in
      guard free > 0 else { return false }
      free -= 1
      return true
    }
    return isFree ? Place(self) : nil
  }

  final class Place: Sendable {
    private let places: Places

    fileprivate init(_ places: Places) { self.places = places }

    deinit { places.free.withLock { $0 += 1 } }
  }
}
