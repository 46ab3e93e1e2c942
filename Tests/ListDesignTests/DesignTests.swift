import Foundation
import LawFiles
import ListDesign
import ListSelection
import LongWork
import Synchronization
import TariffLaw
import Testing
import TradeAction
import TradeData
import TradeImpact

struct DesignTests {
  /// What is chosen meets every condition, counted anew from the lines.
  @Test func aListMeetsItsBrief() throws {
    let brief = try ShippedDesign.brief(
      more: """
        floors: [{group: technology, share: 60%}]
        caps: [{group: consumer, share: 20%}, {of: partner-share, share: 95%}]
        lines: {fewest: 20, most: 200}
        """)
    let design = try #require(try ShippedDesign.design(brief))
    let lines = design.choice.chosen.map { design.pool.candidates[$0] }
    let value = lines.reduce(0) { $0 + $1.line.value }
    #expect(value >= 4.975e9 && value <= 5.025e9 && abs(value - design.value) < 1)
    func share(_ of: (Candidate) -> Double) -> Double {
      lines.reduce(0) { $0 + $1.line.value * of($1) } / value
    }
    let groups = brief.groups.map(\.name)
    let technology = try #require(groups.firstIndex(of: "technology"))
    let consumer = try #require(groups.firstIndex(of: "consumer"))
    #expect(share { $0.membership[technology] } >= 0.6 - 1e-9)
    #expect(share { $0.membership[consumer] } <= 0.2 + 1e-9)
    #expect(share { $0.line.partnerShare ?? 9 } <= 0.95 + 1e-9)
    #expect(lines.count >= 20 && lines.count <= 200)
    #expect(!lines.contains { ["98", "99"].contains($0.code.prefix(2).digits) })
    // The objective is the sum over the lines, cent by cent, and not below the bound.
    let sum = design.choice.chosen.reduce(0.0) { $0 + design.choice.costs[$1] }
    #expect(abs(sum - design.choice.objective) < 0.5)
    #expect(design.choice.bound <= design.choice.objective && design.choice.gap >= 0)
    #expect(design.choice.gap < 0.01)
    // Nothing is left of the partner's goods.
    let origin = design.pool.brief.partner
    let study = try ShippedDesign.ground.get().baseline
    let total = study.codes.indices.reduce(0.0) { sum, index in
      study.origins[study.origin[index]].countries == [origin] ? sum + study.value[index] : sum
    }
    let parts =
      design.pool.candidates.reduce(0) { $0 + $1.line.value }
      + design.pool.leftOut.reduce(0) { $0 + $1.value } + design.pool.withoutLine
    #expect(abs(parts - total) < 1)
  }

  /// Lines of a tenth of the list and a floor that binds: still within the gap that was asked for.
  @Test(arguments: ["brief-us-cn-30bn", "brief-us-cn-60bn"])
  func shippedBriefsAreProven(id: String) throws {
    let design = try #require(
      try ShippedDesign.design(try ActionLibrary.brief(id)))
    #expect(design.choice.isProven && design.choice.gap <= 1e-4)
  }

  /// Must-have lines are in whatever they cost, and count for the target.
  @Test func mustAndMustNotHold() throws {
    let must = try ShippedDesign.brief(
      target: "{value: 50000000000, tolerance: 0.5%}",
      more: "must: [{group: phones, reason: the point of it}]")
    let design = try #require(try ShippedDesign.design(must))
    let phones = try HTSCode("85171200")
    let index = try #require(design.pool.candidates.firstIndex { $0.code == phones })
    #expect(design.choice.chosen.contains(index))
    #expect(!design.nextOut.contains(index))
    #expect(abs(design.value - 50e9) <= 0.25e9)
    // The same goods kept off by another group clash, and the message names both.
    let both = try ShippedDesign.brief(
      more: """
        must: [{group: phones, reason: the point of it}]
        candidates: [technology]
        """)
    #expect(try ShippedDesign.designer(both).pool.candidates.contains { $0.code == phones })
  }

  /// A larger list costs more, and a brief that asks for more cannot be cheaper.
  @Test func aTighterBriefIsNotBetter() throws {
    let free = try #require(try ShippedDesign.design(try ShippedDesign.brief()))
    let bound = try #require(
      try ShippedDesign.design(
        try ShippedDesign.brief(more: "floors: [{group: technology, share: 70%}]")))
    #expect(bound.choice.objective >= free.choice.bound - 1)
    let large = try #require(
      try ShippedDesign.design(
        try ShippedDesign.brief(target: "{value: 9000000000, tolerance: 0.5%}")))
    #expect(large.choice.objective > free.choice.objective)
  }

  /// Of several rates the one with the least objective; a duty target needs less trade at a higher rate.
  @Test func theBestRateIsTaken() throws {
    let design = try #require(
      try ShippedDesign.design(
        try ShippedDesign.brief(target: "{duty: 1000000000, tolerance: 0.5%}", rate: "[10%, 25%]")))
    #expect(design.rates.count == 2)
    let lists = design.rates.compactMap(\.attempt.found)
    let values = lists.map(\.value)
    #expect(abs(values[0] - 10e9) < 0.06e9 && abs(values[1] - 4e9) < 0.03e9)
    #expect(lists.count == 2 && design.choice.objective == lists.map(\.objective).min())
    // Commensurate with a harm in sales that the partner loses.
    let harm = try #require(
      try ShippedDesign.design(
        try ShippedDesign.brief(target: "{harm: 3000000000, measure: lost-sales, tolerance: 0.5%}"))
    )
    let lost = harm.choice.chosen.reduce(0) { $0 + harm.choice.impacts[$1].lostSales }
    #expect(abs(lost - 3e9) <= 0.015e9 + 1)
  }

  /// What cannot be met says what clashes, and a move that it names does help.
  @Test func anImpossibleBriefSaysWhatWouldHelp() throws {
    let brief = try ShippedDesign.brief(
      target: "{value: 300000000000, tolerance: 0.5%}",
      more: """
        floors: [{group: technology, share: 90%}]
        caps: [{group: consumer, share: 5%, firm: yes}]
        """)
    guard case .impossible(let clash) = try ShippedDesign.designer(brief).design(isBrief: true)
    else {
      Issue.record("300 bn with 90% technology were chosen")
      return
    }
    let reasons = try #require(clash.reasons)
    #expect(!reasons.conditions.isEmpty && reasons.failsInParts)
    let changes = reasons.alone.flatMap(\.changes)
    #expect(!changes.contains { $0.condition.isFirm })
    let value = try #require(changes.first { $0.condition.kind == .target(.value) })
    #expect(value.to < 300e9 && value.to > 10e9)
    let mended = try ShippedDesign.brief(
      target: "{value: \(Int(value.to * 0.999)), tolerance: 0.5%}",
      more: """
        floors: [{group: technology, share: 90%}]
        caps: [{group: consumer, share: 5%, firm: yes}]
        """)
    #expect(try ShippedDesign.design(mended) != nil)
  }

  /// Goods that must be on the list and a target that is their value to the cent leave one list: other
  /// targets are out of reach below, and above they ask for a sum to the cent that is not found.
  @Test func whatIsNotFoundIsNotImpossible() throws {
    let must = "must: [{group: phones, reason: the point of it}]"
    let pool = try ShippedDesign.designer(try ShippedDesign.brief(more: must)).pool
    let listed = pool.candidates.filter { $0.mustReason != nil }
    #expect(listed.count == 1)
    let phones = try #require(listed.first)
    let cents = Int((phones.line.value * 100).rounded())
    let exact = "{value: \(cents / 100).\(String(cents % 100 + 100).dropFirst()), tolerance: 0%}"
    let brief = try ShippedDesign.brief(target: exact, more: must)
    guard case .chosen(let design) = try ShippedDesign.designer(brief).design() else {
      Issue.record("the phones alone are a list")
      return
    }
    #expect(design.choice.chosen.count == 1 && design.choice.gap == 0)
    let statuses = design.frontier.map(\.attempt.status)
    #expect(
      statuses == Array(repeating: .impossible, count: 4) + [.chosen]
        + Array(repeating: .undecided, count: 4))
    // The bound of what is undecided holds for any list of so much: it is above that of less.
    let bounds = design.frontier.suffix(4).compactMap(\.attempt.bound)
    for (small, large) in zip([design.choice.bound] + bounds, bounds) { #expect(small < large) }
    // Another weight leaves the one list as it is.
    for move in design.moves {
      let changed = try #require(move.attempt.found)
      #expect(changed.linesIn == 0 && changed.linesOut == 0)
      #expect(changed.objective == changed.objectiveAsItStands)
    }
  }

  /// A search that ends before a list is found says so, whatever the rates; one rate with a list is enough.
  @Test func aSearchAtItsLimitIsUndecided() throws {
    var search = Designer.search
    search.nodeLimit = 3
    let exact = try ShippedDesign.brief(
      target: "{value: 5000000000, tolerance: 0%}", rate: "[10%, 25%]")
    guard
      case .undecided(let undecided) = try ShippedDesign.designer(exact)
        .design(isBrief: true, search: search)
    else {
      Issue.record("a list was found to the cent, or shown not to be there")
      return
    }
    #expect(undecided.rates.map(\.attempt.status) == [.undecided, .undecided])
    #expect(undecided.search.nodeLimit == 3)
    // A list to the cent cannot be better than one that may be smaller.
    let loose = try #require(
      try ShippedDesign.design(
        try ShippedDesign.brief(target: "{value: 5000000000, tolerance: 0.5%}")))
    #expect(try #require(undecided.rates[1].attempt.bound) > loose.choice.bound * 0.999)

    // Duty of 9 bn: at 1% no list is large enough, at 25% there is one.
    let rates = try ShippedDesign.brief(
      target: "{duty: 9000000000, tolerance: 0.5%}", rate: "[1%, 25%]")
    let design = try #require(try ShippedDesign.design(rates))
    #expect(design.rates.map(\.attempt.status) == [.impossible, .chosen])
    #expect(design.choice.rate == design.rates[1].rate)
  }

  /// A designed list is an action like any other: the law reads it, and assessing it covers what the
  /// design says, with the same accounts where no line of the baseline is numbered otherwise. Read from its
  /// folder it is the same.
  @Test(arguments: [nil, "brief-us-cn-30bn"])
  func aDesignIsAnAction(shipped: String?) throws {
    let brief = try shipped.map { try ActionLibrary.brief($0) } ?? ShippedDesign.brief()
    let design = try #require(try ShippedDesign.design(brief))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("design-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let designed = DesignedAction(design, id: "designed-list")
    for file in designed.files {
      let place = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: place)
    }
    let read = try ActionLibrary.action(folder.path)
    let action = try designed.action()
    #expect(action.law.count == 2)
    #expect(
      action.law.map(\.path).sorted() == read.law.map(\.path).sorted()
        && Set(action.law.map(\.bytes)) == Set(read.law.map(\.bytes)))
    #expect(action.measures == read.measures && action.title == read.title)
    #expect(action.on == read.on && action.assumptions == read.assumptions)
    let ground = try ShippedDesign.ground.get()
    let extended = try TariffGround(
      book: ground.book.with(try ground.book.regime.extended(by: action.law)),
      baseline: ground.baseline)
    let study = try ImpactStudy(
      extended, assumptions: try ActionLibrary.assumptions(action.assumptions),
      horizon: try ActionLibrary.horizon("one-year"))
    let impact = try study.assess(action, on: action.on)
    let carried = design.carried
    #expect(impact.coveredLines == design.choice.chosen.count + carried.count)
    let reached = carried.reduce(0) { $0 + $1.value }
    #expect(abs(impact.coveredImports - design.value - reached) < 1)
    // Gone in July 2017, it stands for the lines of its subheading, of which the shipped brief lists two.
    #expect(carried.map(\.code.digits) == (shipped == nil ? [] : ["29224940"]))
    let (a, b) = (impact.central.accounts, try #require(design.together).accounts)
    if carried.isEmpty {
      #expect(abs(a.buyersLoss - b.buyersLoss) < 1e-9 * b.buyersLoss)
      #expect(abs(a.revenue - b.revenue) < 1e-9 * b.buyersLoss)
    } else {
      #expect(a.buyersLoss > b.buyersLoss && a.revenue > b.revenue)
    }
    #expect(impact.unmatched.isEmpty && impact.unpriced.isEmpty)
  }

  /// The same brief gives the same list.
  @Test func theSameBriefGivesTheSameList() throws {
    let brief = try ShippedDesign.brief()
    let first = try #require(try ShippedDesign.design(brief))
    let second = try #require(try ShippedDesign.design(brief))
    #expect(first.choice.chosen == second.choice.chosen)
    #expect(first.choice.bound == second.choice.bound)
  }

  /// The questions beside the list are stopped between them, and heard as they are answered.
  @Test func sideQuestionsAreStopped() throws {
    let brief = try ShippedDesign.brief(target: "{value: 2000000000, tolerance: 1%}")
    let heard = Mutex<[WorkProgress]>([])
    let watch = WorkWatch { progress in
      heard.withLock { $0.append(progress) }
    } isStopped: {
      heard.withLock { $0.count >= 2 }
    }
    let designer = try ShippedDesign.designer(brief)
    var error: (any Error)?
    do { _ = try designer.design(watch: watch) } catch let thrown { error = thrown }
    // Between questions, or at a node of a search that the other thread was in.
    #expect(
      error is WorkStopped || error as? SelectionError == .stopped, "\(String(describing: error))")
    #expect(heard.withLock { $0.allSatisfy { $0.steps == "points" && $0.total == 9 } })
    #expect((2...3).contains(heard.withLock { $0.count }))
  }

  /// Every margin of the frontier is of its own list, dearer as it grows; draws count lines.
  @Test func frontierAndStability() throws {
    let brief = try ShippedDesign.brief(target: "{value: 2000000000, tolerance: 1%}")
    guard
      case .chosen(let design) = try ShippedDesign.designer(brief)
        .design(draws: DrawRequest(count: 6, seed: 2))
    else {
      Issue.record("no list was chosen")
      return
    }
    let reached = design.frontier.compactMap(\.attempt.found)
    #expect(reached.count == 9)
    for (small, large) in zip(reached, reached.dropFirst()) {
      #expect(small.value < large.value && small.objective < large.objective)
    }
    // The brief's own target is not asked again.
    let own = try #require(design.frontier.first { $0.target == brief.target.amount })
    #expect(own.attempt.found?.objective == design.choice.objective)
    #expect(own.attempt.found?.bound == design.choice.bound)
    let stability = try #require(design.stability)
    #expect(stability.met == 6 && stability.counts.allSatisfy { $0 >= 0 && $0 <= 6 })
    #expect(stability.undecided == 0 && stability.largestGap < 0.01)
    let always = design.choice.chosen.filter { stability.isAlways($0) }
    #expect(!always.isEmpty && always.count < design.choice.chosen.count)
    #expect(always.allSatisfy { design.chosenInDraws($0) == 1 })

    // Of two weights, doubling one is halving the other.
    #expect(design.moves.map(\.factor) == [Fraction(1, over: 2), 2, Fraction(1, over: 2), 2])
    let moves = try design.moves.map { try #require($0.attempt.found) }
    #expect(moves[0] == moves[3] && moves[1] == moves[2] && moves[0] != moves[1])
    for move in moves {
      #expect(move.objective <= move.objectiveAsItStands && move.bound <= move.objective)
    }
  }

  /// With another weight the list found is the best for it: no worse there than the list as it stands, and
  /// worse with the weights of the brief.
  @Test func aMovedWeightFindsItsOwnList() throws {
    let brief = try ShippedDesign.brief(
      objective: """
        [{term: net-loss, weight: 1}, {term: captive-value, weight: 0.1},
         {term: lost-sales, weight: -0.02}]
        """)
    guard case .chosen(let design) = try ShippedDesign.designer(brief).design() else {
      Issue.record("no list was chosen")
      return
    }
    #expect(design.moves.count == 6)
    let moved = try #require(
      try ShippedDesign.design(
        try ShippedDesign.brief(
          objective: """
            [{term: net-loss, weight: 1}, {term: captive-value, weight: 0.2},
             {term: lost-sales, weight: -0.02}]
            """)))
    let change = try #require(
      design.moves.first { $0.weight.term == .captiveValue && $0.factor == 2 }?.attempt.found)
    #expect(change.linesIn > 0 && change.linesOut > 0 && change.valueIn > 0)
    #expect(change.objectiveAsItStands > change.objective)
    // One optimum lies between the two searches' bounds and lists.
    #expect(change.bound <= moved.choice.objective && moved.choice.bound <= change.objective)
    let asItStands = zip(
      design.choice.chosen, design.choice.chosen.map { design.choice.impacts[$0] }
    )
    .reduce(0.0) { sum, line in
      let candidate = design.pool.candidates[line.0].line
      return sum + (line.1.home?.netLoss ?? 0)
        + 0.2 * candidate.value * (candidate.partnerShare ?? 0) - 0.02 * line.1.lostSales
    }
    #expect(
      abs(asItStands - change.objectiveAsItStands) < 0.01 * Double(design.choice.chosen.count))
  }
}
