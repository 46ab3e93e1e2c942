import WorldModel

/// Gives a base without input-output tables the shares of a coarser one: a country takes those of its
/// region.
///
/// Sectors that the coarser base has together take the whole's row of users and divide its use among
/// them by what the country spends on each; as users they buy what the whole buys. Sectors that the finer
/// base has together are added up, weighed by what the region's industries spend.
struct InputTransfer {
  let donor: BaseDraft
  /// Gross output of the donor, by sector and country.
  private let donorOutput: [Double]

  init(donor: BaseDraft) {
    self.donor = donor
    let count = donor.countries.count
    var output = [Double](repeating: 0, count: donor.sectors.count * count)
    for cell in donor.trade.indices {
      output[cell / count / count * count + cell % count] += donor.trade[cell]
    }
    donorOutput = output
  }

  /// The draft with shares of inputs and of value added.
  ///
  /// - Parameters:
  ///   - parts: by sector of the draft: the sectors of the donor that it is part of or made of.
  ///   - region: by country of the draft: the country of the donor.
  func filled(_ draft: BaseDraft, parts: [[Int]], region: [Int]) -> BaseDraft {
    var draft = draft
    let (size, count) = (draft.sectors.count, draft.countries.count)
    let given = donor.sectors.count
    var spending = [Double](repeating: 0, count: size * count)
    for cell in draft.trade.indices {
      spending[cell / count] += draft.trade[cell] * (1 + draft.tariffs[cell])
    }
    var shares = [Double](repeating: 0, count: count * size * size)
    var added = [Double](repeating: 1, count: size * count)
    for country in 0..<count {
      // What a sector has of its whole.
      let within = parts.indices.map { sector in
        let siblings = parts.indices.filter { parts[$0] == parts[sector] }
        let total = siblings.reduce(0) { $0 + spending[$1 * count + country] }
        return total > 0
          ? spending[sector * count + country] / total : 1 / Double(siblings.count)
      }
      for using in 0..<size {
        var output = 0.0
        var budget = 0.0
        var bought = [Double](repeating: 0, count: given)
        for part in parts[using] {
          let cell = part * donor.countries.count + region[country]
          let spent = (1 - donor.valueAddedShare[cell]) * donorOutput[cell]
          output += donorOutput[cell]
          budget += spent
          for input in 0..<given {
            bought[input] +=
              spent * donor.inputShares[(region[country] * given + input) * given + part]
          }
        }
        guard output > 0, budget > 0 else { continue }
        added[using * count + country] = 1 - budget / output
        for input in 0..<size {
          let whole = parts[input].reduce(0) { $0 + bought[$1] }
          shares[(country * size + input) * size + using] = whole / budget * within[input]
        }
      }
    }
    draft.inputShares = shares
    draft.valueAddedShare = added
    return draft
  }
}
