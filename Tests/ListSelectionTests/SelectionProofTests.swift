import ListSelection
import TestSupport
import Testing

@Suite struct SelectionProofTests {
  /// Weak duality: prices may be anything.
  @Test(arguments: 0..<300)
  func noPricesGiveABoundAboveTheOptimum(seed: Int) throws {
    let problem = RandomProblem.small(seed)
    var random = SplitMix(seed: seed)
    let scale = random.below(45)
    let prices = problem.rows.map { row -> Int128 in
      let size = Int128(1) << Int128(random.below(70))
      let price = Int128(random.below(1 << 30)) * size / (1 << 30)
      return row.lower != nil && (row.upper == nil || random.below(2) == 0)
        ? price : row.upper != nil ? -price : 0
    }
    let row = RowPrices(scale: scale, prices: prices)
    let best = RandomProblem.exhaustive(problem) ?? Int128.max
    let proof = SelectionProof(steps: [.bound(row)])
    #expect(try (proof.bound(of: problem) ?? Int128.max) <= best)
    let split = SelectionProof(
      steps: [.propagation, .branch(column: 0), .bound(row), .bound(row)])
    do {
      #expect(try (split.bound(of: problem) ?? Int128.max) <= best)
    } catch {
      // The first candidate was settled by a row.
      #expect(error == .badBranch(step: 1))
    }
    let fixed = SelectionProof(steps: [.fixing(row, threshold: 1000), .bound(row)])
    #expect(try (fixed.bound(of: problem) ?? Int128.max) <= best)
    if best < Int128.max {
      #expect(throws: SelectionProof.Flaw.notImpossible(step: 0)) {
        try SelectionProof(steps: [.impossible(row)]).bound(of: problem)
      }
    }
  }

  /// Every proof of an impossible case, with one number of it changed or one step gone.
  @Test func tamperedProofsAreRefusedOrShowLess() throws {
    let library = try HighsLibrary.installed()
    let solver = SelectionSolver(
      library: library, options: SelectionOptions(gap: 0, nodeLimit: 100_000))
    var (tampered, refused) = (0, 0)
    for seed in 0..<120 {
      let problem = RandomProblem.small(seed)
      let steps: [ProofStep]
      switch try solver.solve(problem) {
      case .chosen(let selection): steps = selection.proof.steps
      case .impossible(let proof, _): steps = proof.steps
      case .undecided: continue
      }
      let best = RandomProblem.exhaustive(problem)
      var random = SplitMix(seed: seed)
      for _ in 0..<5 {
        var changed = steps
        let place = random.below(steps.count)
        switch changed[place] {
        case .branch(let column): changed[place] = .branch(column: column + 1 + random.below(3))
        case .bound(let prices): changed[place] = .impossible(prices)
        case .impossible(let prices):
          changed[place] = .impossible(
            RowPrices(scale: prices.scale, prices: prices.prices.map { $0 / -2 }))
        case .fixing(let prices, let threshold):
          changed[place] = .fixing(prices, threshold: threshold + 1_000_000)
        case .propagation: changed.remove(at: place)
        }
        tampered += 1
        do {
          let bound = try SelectionProof(steps: changed).bound(of: problem)
          // What still passes must still be true.
          if let best { #expect(bound ?? Int128.max <= best) }
        } catch {
          refused += 1
        }
      }
    }
    #expect(tampered > 500)
    #expect(refused * 2 > tampered)
  }

  @Test func whatIsNoTreeIsRefused() {
    let problem = SelectionProblem(
      costs: [1, 2], rows: [RandomProblem.all("value", 1, nil, [1, 1])])
    let none = RowPrices(scale: 0, prices: [0])
    func flaw(_ steps: [ProofStep]) -> SelectionProof.Flaw? {
      do {
        _ = try SelectionProof(steps: steps).bound(of: problem)
        return nil
      } catch {
        return error
      }
    }
    #expect(flaw([]) == .incomplete)
    #expect(flaw([.branch(column: 0), .bound(none)]) == .incomplete)
    #expect(flaw([.bound(none), .bound(none)]) == .incomplete)
    #expect(flaw([.branch(column: 2), .bound(none), .bound(none)]) == .badBranch(step: 0))
    #expect(
      flaw([.branch(column: 0), .branch(column: 0), .bound(none), .bound(none), .bound(none)])
        == .badBranch(step: 1))
    #expect(flaw([.bound(RowPrices(scale: 0, prices: []))]) == .badPrices(step: 0))
    #expect(flaw([.bound(RowPrices(scale: 61, prices: [0]))]) == .badPrices(step: 0))
    #expect(flaw([.bound(RowPrices(scale: 0, prices: [-1]))]) == .noSuchBound(step: 0, row: 0))
  }

  @Test(arguments: [Int128.max, Int128.min, Int128.max / 2, -(Int128.max / 3)])
  func sumsBeyond128BitsAreRefused(price: Int128) {
    let large: Int64 = 1 << 53
    let problem = SelectionProblem(
      costs: [large, -large],
      rows: [RandomProblem.all("value", large, large + 1, [large, -large])])
    for step in [
      ProofStep.bound(RowPrices(scale: 60, prices: [price])),
      .impossible(RowPrices(scale: 60, prices: [price])),
      .fixing(RowPrices(scale: 60, prices: [price]), threshold: 0),
    ] {
      #expect(throws: SelectionProof.Flaw.overflow(step: 0)) {
        try SelectionProof(steps: [step]).bound(of: problem)
      }
    }
  }

  @Test func aBoundThatIsNotWholeIsRoundedUp() throws {
    // Relaxed, 3/2 candidates at a cost of one: a whole choice costs two.
    let problem = SelectionProblem(
      costs: [1, 1], rows: [RandomProblem.all("value", 3, nil, [2, 2])])
    let half = RowPrices(scale: 1, prices: [1])
    #expect(try SelectionProof(steps: [.bound(half)]).bound(of: problem) == 2)
  }
}
