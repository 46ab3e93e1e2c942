package import TariffLaw

/// How much of one cell several grants spare together, whatever their order.
///
/// The same code asked for twice is the same goods; codes that do not hold each other are different
/// goods and add up; of a code and codes within it the larger counts.
package struct GrantShares {
  private var shares: [HTSCode: Double] = [:]

  package init() {}

  package mutating func add(_ code: HTSCode, _ share: Double) {
    shares[code] = max(shares[code] ?? 0, share)
  }

  /// At most one.
  package var total: Double {
    // A code sorts just before what it holds, so that going back meets the inner ones first.
    var open: [(code: HTSCode, sum: Double)] = []
    for (code, share) in shares.sorted(by: { $0.key > $1.key }) {
      var inner = 0.0
      while let last = open.last, code.contains(last.code) {
        inner += last.sum
        open.removeLast()
      }
      open.append((code, max(share, inner)))
    }
    return min(1, open.reduce(0) { $0 + $1.sum })
  }
}
