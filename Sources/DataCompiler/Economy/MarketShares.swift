/// Who makes each commodity, and how much of it there is, out of tables that leave the make table out.
///
/// The published domestic requirements are `R = D (I - B D)^-1`, with D the share of each industry in
/// the output of a commodity and B the domestic inputs per dollar of industry output (Bureau of
/// Economic Analysis, Concepts and Methods of the Input-Output Accounts, chapter 12). Since
/// `I + B R = (I - B D)^-1`, it follows that `D = R (I + B R)^-1`; and output by commodity q solves
/// `D q = x` for the outputs x of the industries.
struct MarketShares {
  /// Industry by commodity; columns sum to one but for commodities no industry makes.
  let shares: [[Double]]
  /// Output by commodity, in the unit of `output`; commodities no industry of their own code makes
  /// have what is used of them at home.
  let commodityOutput: [Double]

  /// - Parameters:
  ///   - requirements: R, industry by commodity.
  ///   - use: domestic inputs, commodity by industry, in the unit of `output`.
  ///   - output: by industry.
  ///   - home: domestic use of domestic output by commodity.
  ///   - ownIndustry: the industry of the same code for each commodity.
  /// - Returns: `nil` when a system is singular.
  init?(
    requirements: [[Double]], use: [[Double]], output: [Double], home: [Double],
    ownIndustry: [Int?]
  ) {
    let commodities = home.count
    let industries = output.count
    // I + B R, transposed, since D (I + B R) = R is solved from the right.
    var system = [[Double]](
      repeating: [Double](repeating: 0, count: commodities), count: commodities)
    for row in 0..<commodities {
      var sum = [Double](repeating: 0, count: commodities)
      for industry in 0..<industries where use[row][industry] != 0 && output[industry] > 0 {
        let input = use[row][industry] / output[industry]
        for column in 0..<commodities { sum[column] += input * requirements[industry][column] }
      }
      for column in 0..<commodities { system[column][row] = sum[column] }
      system[row][row] += 1
    }
    var right = [[Double]](
      repeating: [Double](repeating: 0, count: industries), count: commodities)
    for industry in 0..<industries {
      for column in 0..<commodities { right[column][industry] = requirements[industry][column] }
    }
    guard let solved = DenseSystem.solve(system, right) else { return nil }
    var shares = [[Double]](
      repeating: [Double](repeating: 0, count: commodities), count: industries)
    for industry in 0..<industries {
      for column in 0..<commodities { shares[industry][column] = solved[column][industry] }
    }
    self.shares = shares
    // Industries with a commodity of their own determine the outputs of those commodities.
    let own = (0..<commodities).filter { ownIndustry[$0] != nil }
    let others = (0..<commodities).filter { ownIndustry[$0] == nil }
    var square: [[Double]] = []
    var known: [[Double]] = []
    for commodity in own {
      guard let industry = ownIndustry[commodity] else { continue }
      square.append(own.map { shares[industry][$0] })
      known.append([output[industry] - others.reduce(0) { $0 + shares[industry][$1] * home[$1] }])
    }
    guard let quantities = DenseSystem.solve(square, known) else { return nil }
    var result = home
    for (position, commodity) in own.enumerated() { result[commodity] = quantities[position][0] }
    commodityOutput = result
  }
}
