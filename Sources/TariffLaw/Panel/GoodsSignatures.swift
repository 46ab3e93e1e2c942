/// Which goods lists hold each of a set of codes, with equal signatures numbered alike.
///
/// Most codes share their signature with many others, so that what depends on the lists alone is
/// found once for each.
struct GoodsSignatures {
  /// The signature of each code, by position.
  let signature: [Int]
  /// What is known of each signature.
  let memberships: [Membership]

  /// The lists that hold a code, or part of it: positions in ``Regime/lists``, ascending, with the
  /// verdict in the lowest two bits.
  struct Membership: Sendable {
    let present: [UInt32]

    init(present: [UInt32]) { self.present = present }

    /// - Parameter asked: the lists that matter, ascending.
    init(of code: HTSCode, in lists: [GoodsList], asked: [Int]) {
      var present: [UInt32] = []
      for list in asked {
        let verdict: GoodsVerdicts.Verdict =
          switch lists[list].contains(code) {
          case true?: .in
          case false?: .out
          case nil: .partly
          }
        if verdict != .out { present.append(UInt32(list) << 2 | UInt32(verdict.rawValue)) }
      }
      self.present = present
    }

    /// Whether a list names a part of the goods.
    var isPartial: Bool { present.contains { verdict($0) == .partly } }

    func verdict(_ entry: UInt32) -> GoodsVerdicts.Verdict {
      GoodsVerdicts.Verdict(rawValue: UInt8(entry & 3)) ?? .notAsked
    }
  }

  /// - Parameters:
  ///   - codes: ascending.
  ///   - used: positions of the lists that matter; others count as holding nothing.
  init(codes: [HTSCode], lists: [GoodsList], used: Set<Int>) {
    var pairs: [(position: Int, entry: UInt32)] = []
    var marks = Marks(count: codes.count)
    for list in used.sorted() {
      GoodsSignatures.mark(lists[list], codes, &marks)
      for position in marks.touched {
        let verdict = marks.verdict[position]
        if verdict != .out {
          pairs.append((position, UInt32(list) << 2 | UInt32(verdict.rawValue)))
        }
      }
      marks.clear()
    }
    // Gather by code; lists came in ascending order.
    var starts = [Int](repeating: 0, count: codes.count + 1)
    for pair in pairs { starts[pair.position + 1] += 1 }
    for position in codes.indices { starts[position + 1] += starts[position] }
    var entries = [UInt32](repeating: 0, count: pairs.count)
    var next = starts
    for pair in pairs {
      entries[next[pair.position]] = pair.entry
      next[pair.position] += 1
    }
    var numbers: [ArraySlice<UInt32>: Int] = [:]
    var signature: [Int] = []
    signature.reserveCapacity(codes.count)
    var memberships: [Membership] = []
    for position in codes.indices {
      let present = entries[starts[position]..<starts[position + 1]]
      if let number = numbers[present] {
        signature.append(number)
        continue
      }
      numbers[present] = memberships.count
      signature.append(memberships.count)
      memberships.append(Membership(present: Array(present)))
    }
    self.signature = signature
    self.memberships = memberships
  }

  /// Verdicts of one list over all codes, cleared by what was touched.
  private struct Marks {
    var verdict: [GoodsVerdicts.Verdict]
    var touched: [Int] = []

    init(count: Int) { verdict = Array(repeating: .notAsked, count: count) }

    mutating func set(_ position: Int, _ new: GoodsVerdicts.Verdict) {
      if verdict[position] == .notAsked { touched.append(position) }
      verdict[position] = new
    }

    mutating func clear() {
      for position in touched { verdict[position] = .notAsked }
      touched.removeAll(keepingCapacity: true)
    }
  }

  /// Marks the verdicts of one list, as ``GoodsList/contains(_:)`` gives them.
  private static func mark(_ list: GoodsList, _ codes: [HTSCode], _ marks: inout Marks) {
    // A prefix sorts before what it contains, so that longer rows overwrite shorter ones.
    for row in list.rows {
      var position = lowerBound(row.code, codes)
      while position < codes.count, row.code.contains(codes[position]) {
        marks.set(position, row.included ? .in : .out)
        position += 1
      }
    }
    for row in list.rows {
      for length in stride(from: row.code.length - 2, through: 4, by: -2) {
        let code = row.code.prefix(length)
        let position = lowerBound(code, codes)
        guard position < codes.count, codes[position] == code else { continue }
        let whole = marks.verdict[position]
        if (whole == .in) != row.included || whole == .partly { marks.set(position, .partly) }
      }
    }
  }

  private static func lowerBound(_ code: HTSCode, _ codes: [HTSCode]) -> Int {
    var low = 0
    var high = codes.count
    while low < high {
      let middle = (low + high) / 2
      if codes[middle] < code { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
