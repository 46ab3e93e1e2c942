/// Elements that loops read by pointer; appending may move them.
final class Memory<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 1024) {
    self.capacity = capacity
    base = Memory.allocate(capacity)
  }

  deinit { base.deallocate() }

  func append(_ element: Element) { append(repeating: element, count: 1) }

  func append(repeating element: Element, count added: Int) {
    if count + added > capacity {
      capacity = max(capacity * 2, count + added)
      let larger = Memory.allocate(capacity)
      larger.moveInitialize(from: base, count: count)
      base.deallocate()
      base = larger
    }
    (base + count).initialize(repeating: element, count: added)
    count += added
  }

  /// Elements of the size of a line of a cache stand in one each.
  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: Element.self, capacity: capacity)
  }
}
