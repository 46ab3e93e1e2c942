/// Choices taken from the bytes of an input one after another; zeros when they are used up.
struct Choices {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isEmpty: Bool { rest.isEmpty }

  mutating func byte() -> Int { Int(rest.popFirst() ?? 0) }

  /// A number below a bound.
  mutating func below(_ bound: Int) -> Int { bound > 0 ? byte() % bound : 0 }

  /// Once in `odds` times; never when the bytes are used up.
  mutating func rarely(_ odds: Int) -> Bool { byte() % odds == odds - 1 }

  mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }

  mutating func integer() -> Int64 { (0..<8).reduce(0) { sum, _ in sum << 8 | Int64(byte()) } }

  mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(byte()) } }
}
