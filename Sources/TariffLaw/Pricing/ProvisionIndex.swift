/// The terms and exemptions of a regime by the goods they name, to tell quickly which of a law can
/// meet goods. Charges beside the duty are left out.
struct ProvisionIndex {
  private let regime: Regime
  /// In the order of the regime, terms before exemptions.
  private let provisions: [Provision]
  /// The position of the first term and the first exemption of each measure.
  private let starts: [(terms: Int, exemptions: Int)]
  /// Provisions for goods of any list.
  private let always: [Int]
  /// The provisions that name a list, by its position.
  private let byList: [Int: [Int]]

  /// A term or an exemption.
  private struct Provision {
    let measure: Int
    let position: Int
    let isExemption: Bool
    let goods: MeasureLinks.ScopeGoods
    /// The claims that open it, in capitals; empty where none is asked for.
    let claims: Set<String>
    /// The days at which its effect turns.
    let turns: [Day]
  }

  /// A provision that can meet goods.
  private struct Met {
    let provision: Int
    /// Whether it names all that the code stands for, or only part of it: answers differ.
    let isWhole: Bool
  }

  init(_ regime: Regime) {
    self.regime = regime
    var provisions: [Provision] = []
    func add(
      _ measure: Int, _ position: Int, _ scope: Scope, _ goods: MeasureLinks.ScopeGoods,
      _ held: Day?, isExemption: Bool
    ) {
      provisions.append(
        Provision(
          measure: measure, position: position, isExemption: isExemption, goods: goods,
          claims: Set(scope.claims.map { $0.uppercased() }),
          turns: scope.condition.entryDays + (held.map { [$0] } ?? [])))
    }
    var starts: [(terms: Int, exemptions: Int)] = []
    for (index, measure) in regime.measures.enumerated() {
      let links = regime.links[index]
      let first = provisions.count
      for (position, term) in measure.terms.enumerated() {
        add(
          index, position, term.scope, links.termGoods[position], term.invalidation?.held,
          isExemption: false)
      }
      starts.append((first, provisions.count))
      for (position, exemption) in measure.exemptions.enumerated() {
        add(
          index, position, exemption.scope, links.exemptionGoods[position], nil,
          isExemption: true)
      }
    }
    self.provisions = provisions
    self.starts = starts
    always = provisions.indices.filter { provisions[$0].goods.isEverything }
    var byList: [Int: [Int]] = [:]
    for (index, provision) in provisions.enumerated() where !provision.goods.isEverything {
      for list in provision.goods.lists { byList[list, default: []].append(index) }
    }
    self.byList = byList
  }

  /// Which provisions a law holds, by position.
  func held(by law: OriginLaw) -> [Bool] {
    var held = [Bool](repeating: false, count: provisions.count)
    for selected in law.selection.measures
    where regime.measures[selected.measure].kind != .fee {
      for term in selected.terms { held[starts[selected.measure].terms + term] = true }
      for exemption in selected.exemptions {
        held[starts[selected.measure].exemptions + exemption] = true
      }
    }
    return held
  }

  /// The provisions that can meet goods of a membership, less what asks for other claims than those
  /// made, and what tells them from others.
  ///
  /// - Parameters:
  ///   - held: of the law, as ``held(by:)`` tells it.
  ///   - day: of the law.
  func meeting(
    _ code: HTSCode, _ membership: GoodsSignatures.Membership, held: [Bool], day: Day,
    claims: [String]
  ) -> (identity: [UInt32], selection: LawSelection) {
    let verdicts = GoodsVerdicts(code, membership)
    var possible = always.filter { held[$0] }
    for entry in membership.present {
      for index in byList[Int(entry >> 2)] ?? [] where held[index] { possible.append(index) }
    }
    possible.sort()
    let claimed = Set(claims.map { $0.uppercased() })
    var met: [Met] = []
    for index in possible where met.last?.provision != index {
      let provision = provisions[index]
      guard provision.claims.isEmpty || !provision.claims.isDisjoint(with: claimed) else {
        continue
      }
      let covers = verdicts.covers(provision.goods)
      if covers != .no { met.append(Met(provision: index, isWhole: covers == .yes)) }
    }
    return selection(met, day)
  }

  private func selection(
    _ met: [Met], _ day: Day
  ) -> (identity: [UInt32], selection: LawSelection) {
    var identity: [UInt32] = []
    var kept: [LawSelection.Selected] = []
    var rest = met[...]
    while let first = rest.first {
      let measure = provisions[first.provision].measure
      let own = rest.prefix { provisions[$0.provision].measure == measure }
      rest = rest.dropFirst(own.count)
      let terms = own.filter { !provisions[$0.provision].isExemption }
      guard !terms.isEmpty else { continue }
      for met in own {
        identity.append(UInt32(met.provision) << 1 | (met.isWhole ? 1 : 0))
        for turn in provisions[met.provision].turns {
          identity.append(day >= turn ? .max : .max - 1)
        }
      }
      kept.append(
        LawSelection.Selected(
          measure: measure, terms: terms.map { provisions[$0.provision].position },
          exemptions: own.filter { provisions[$0.provision].isExemption }.map {
            provisions[$0.provision].position
          }))
    }
    return (identity, LawSelection(measures: kept))
  }
}
