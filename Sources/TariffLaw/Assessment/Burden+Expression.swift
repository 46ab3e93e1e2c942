extension FactBook {
  /// What a duty expression costs on a share of the value.
  ///
  /// - Parameter share: the base as a share of the customs value; `nil` when it is unknown, which
  ///   bounds an ad valorem duty between none of the value and all of it.
  mutating func burden(
    of expression: DutyExpression, share: Fraction?, for measure: Measure, value: Fraction?
  ) -> Burden {
    var burden = Burden(value: value)
    var openComponents: [Fraction] = []
    var statedShare = Fraction.zero
    for part in expression.parts {
      switch part {
      case .adValorem(let rate, of: .value):
        if let share { burden.adValorem += rate * share } else { burden.widen(by: rate) }
      case .adValorem(let rate, of: .component(let name)):
        let stated = self.value(name, for: measure, witnesses: [])
        if case .number(let percent)? = stated {
          burden.adValorem += rate * percent / 100
          statedShare += percent / 100
        } else {
          openComponents.append(rate)
        }
      case .specific(let duty):
        add(duty, to: &burden, for: measure)
      case .byDegree(let duty):
        add(duty, to: &burden, for: measure)
      }
    }
    // Components share one value: at most the rest of it is all in the dearest of them.
    if let dearest = openComponents.max() { burden.widen(by: dearest * max(1 - statedShare, 0)) }
    return burden
  }

  private mutating func add(_ duty: SpecificDuty, to burden: inout Burden, for measure: Measure) {
    let amount: Fraction?
    if let measured = duty.measured {
      let name = "\(measured)-\(duty.unit.name)"
      if case .number(let stated)? = value(name, for: measure, witnesses: []) {
        amount = stated
      } else {
        amount = nil
      }
    } else {
      amount = quantity(in: duty.unit)
    }
    guard let amount else {
      burden.unknownHigh = nil
      return
    }
    burden.money += duty.amount * max(amount - Fraction(duty.freeUnits), 0)
  }

  private mutating func add(_ duty: DegreeDuty, to burden: inout Burden, for measure: Measure) {
    guard let amount = quantity(in: duty.unit) else {
      burden.unknownHigh = nil
      return
    }
    guard case .number(let degrees)? = value("degrees", for: measure, witnesses: []) else {
      burden.unknownHigh = nil
      return
    }
    let below = max(duty.reference - degrees, 0)
    burden.money += amount * max(duty.amount - duty.step * below, duty.floor)
  }
}

extension Burden {
  /// Adds an unknown between zero and a share of the customs value.
  fileprivate mutating func widen(by rate: Fraction) {
    unknownHigh = unknownHigh.map { $0 + max(rate, 0) }
    unknownLow += min(rate, 0)
  }

  /// What a total, this burden, exceeds the counted duty by on a share of the value; never below
  /// zero.
  func excess(over counted: Burden, share: Fraction?) -> Burden {
    var result = Burden(value: value)
    guard let share else {
      result.unknownHigh = rateHigh ?? rate
      return result
    }
    // A rate on the whole value has to be matched on the share alone.
    let least = counted.rateLow.map { $0 * share }
    let most = counted.rateHigh.map { $0 * share }
    if counted.isKnown, let target = rate, let least, counted.rate != nil {
      result.adValorem = max(target - least, 0)
      return result
    }
    result.unknownLow = most.flatMap { most in rateLow.map { max($0 - most, 0) } } ?? 0
    result.unknownHigh = rateHigh.map { max($0 - (least ?? 0), 0) }
    return result
  }

  var negated: Burden {
    var result = self
    result.adValorem = -adValorem
    result.money = -money
    result.unknownLow = unknownHigh.map { -$0 } ?? 0
    result.unknownHigh = -unknownLow
    return result
  }
}
