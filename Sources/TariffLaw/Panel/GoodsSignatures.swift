/// Which goods lists hold each of a set of codes, with equal signatures numbered alike.
///
/// Most codes share their signature with many others, so that what depends on the lists alone is
/// found once for each.
struct GoodsSignatures {
  /// The signature of each code, by position.
  let signature: [Int]
  /// Verdicts by signature, one for each list of the regime.
  let verdicts: [[GoodsVerdicts.Verdict]]

  /// - Parameters:
  ///   - codes: ascending.
  ///   - used: positions of the lists that matter; others count as holding nothing.
  init(codes: [HTSCode], lists: [GoodsList], used: Set<Int>) {
    let order = used.sorted()
    let width = order.count
    // One row of verdicts a code, for the lists in use.
    var table = [UInt8](repeating: GoodsVerdicts.Verdict.out.rawValue, count: codes.count * width)
    for (column, list) in order.enumerated() {
      GoodsSignatures.mark(lists[list], codes, &table, column, width)
    }
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    var signature: [Int] = []
    signature.reserveCapacity(codes.count)
    var verdicts: [[GoodsVerdicts.Verdict]] = []
    for position in codes.indices {
      let row = table[position * width..<(position + 1) * width]
      if let number = numbers[row] {
        signature.append(number)
        continue
      }
      var full = [GoodsVerdicts.Verdict](repeating: .out, count: lists.count)
      for (list, raw) in zip(order, row) { full[list] = .init(rawValue: raw) ?? .out }
      numbers[row] = verdicts.count
      signature.append(verdicts.count)
      verdicts.append(full)
    }
    self.signature = signature
    self.verdicts = verdicts
  }

  /// Writes the verdicts of one list, as ``GoodsList/contains(_:)`` gives them.
  private static func mark(
    _ list: GoodsList, _ codes: [HTSCode], _ table: inout [UInt8], _ column: Int, _ width: Int
  ) {
    // A prefix sorts before what it contains, so that longer rows overwrite shorter ones.
    for row in list.rows {
      let verdict: GoodsVerdicts.Verdict = row.included ? .in : .out
      var position = lowerBound(row.code, codes)
      while position < codes.count, row.code.contains(codes[position]) {
        table[position * width + column] = verdict.rawValue
        position += 1
      }
    }
    for row in list.rows {
      let verdict: GoodsVerdicts.Verdict = row.included ? .in : .out
      for length in stride(from: row.code.length - 2, through: 4, by: -2) {
        let code = row.code.prefix(length)
        let position = lowerBound(code, codes)
        guard position < codes.count, codes[position] == code else { continue }
        let place = position * width + column
        if table[place] != verdict.rawValue {
          table[place] = GoodsVerdicts.Verdict.partly.rawValue
        }
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
