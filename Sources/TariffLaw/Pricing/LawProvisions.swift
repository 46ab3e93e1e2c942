/// The terms and exemptions of a law, in a shape that tells quickly which can meet goods.
///
/// What asks for other claims than those made is left out, and so are charges beside the duty.
struct LawProvisions {
  /// In the order of the regime.
  private let provisions: [Provision]
  /// Provisions for goods of any list.
  private let always: [Int]
  /// The provisions that name a list, by its position.
  private let byList: [Int: [Int]]

  /// A term or an exemption in force.
  private struct Provision {
    let measure: Int
    let position: Int
    let isExemption: Bool
    let goods: MeasureLinks.ScopeGoods
    /// What tells it from others, with how the day lies to the days at which its effect turns.
    let identity: [UInt32]
  }

  init(_ law: OriginLaw, _ regime: Regime, claims: [String]) {
    let claimed = Set(claims.map { $0.uppercased() })
    var provisions: [Provision] = []
    func add(
      _ measure: Int, _ position: Int, _ scope: Scope, _ goods: MeasureLinks.ScopeGoods,
      _ held: Day?, isExemption: Bool
    ) {
      guard
        scope.claims.isEmpty || scope.claims.contains(where: { claimed.contains($0.uppercased()) })
      else { return }
      let turns = scope.condition.entryDays + (held.map { [$0] } ?? [])
      provisions.append(
        Provision(
          measure: measure, position: position, isExemption: isExemption, goods: goods,
          identity: [UInt32(measure) << 17 | UInt32(position) << 1 | (isExemption ? 1 : 0)]
            + turns.map { law.day >= $0 ? .max : .max - 1 }))
    }
    for selected in law.selection.measures {
      let measure = regime.measures[selected.measure]
      guard measure.kind != .fee else { continue }
      let links = regime.links[selected.measure]
      for position in selected.terms {
        let term = measure.terms[position]
        add(
          selected.measure, position, term.scope, links.termGoods[position],
          term.invalidation?.held, isExemption: false)
      }
      for position in selected.exemptions {
        add(
          selected.measure, position, measure.exemptions[position].scope,
          links.exemptionGoods[position], nil, isExemption: true)
      }
    }
    self.provisions = provisions
    always = provisions.indices.filter { provisions[$0].goods.isEverything }
    var byList: [Int: [Int]] = [:]
    for (index, provision) in provisions.enumerated() where !provision.goods.isEverything {
      for list in provision.goods.lists { byList[list, default: []].append(index) }
    }
    self.byList = byList
  }

  /// The provisions that can meet goods of a membership, and what tells them from others.
  func meeting(
    _ code: HTSCode, _ membership: GoodsSignatures.Membership, _ regime: Regime
  ) -> (identity: [UInt32], selection: LawSelection) {
    var verdicts = GoodsVerdicts(code, membership)
    var possible = Set(always)
    for entry in membership.present { possible.formUnion(byList[Int(entry >> 2)] ?? []) }
    let met = possible.sorted().filter {
      verdicts.covers(provisions[$0].goods, regime.lists) != .no
    }
    var identity: [UInt32] = []
    var kept: [LawSelection.Selected] = []
    var rest = met[...]
    while let first = rest.first {
      let measure = provisions[first].measure
      let own = rest.prefix { provisions[$0].measure == measure }
      rest = rest.dropFirst(own.count)
      let terms = own.filter { !provisions[$0].isExemption }
      guard !terms.isEmpty else { continue }
      for index in own { identity += provisions[index].identity }
      kept.append(
        LawSelection.Selected(
          measure: measure, terms: terms.map { provisions[$0].position },
          exemptions: own.filter { provisions[$0].isExemption }.map { provisions[$0].position }))
    }
    return (identity, LawSelection(measures: kept))
  }
}
