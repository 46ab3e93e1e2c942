import ListDesign

/// How a line fares when the elasticities are drawn, beside whether it is on the list.
enum StabilityShare: String, CaseIterable {
  case always
  case mostly
  case seldom
  case never
  /// Lines that are not on the list and yet chosen in some draw.
  case others
}

extension DesignAnswer {
  /// The lines that fare so, in the order of the codes; none without draws.
  func stable(_ share: StabilityShare) -> [Int] {
    guard let found = design.stability else { return [] }
    if share == .others {
      return found.counts.indices.filter { !choice.isChosen[$0] && found.counts[$0] > 0 }
    }
    return choice.chosen.filter { index in
      let count = found.counts[index]
      return switch share {
      case .always: found.isAlways(index)
      case .mostly: !found.isAlways(index) && count * 2 >= found.met && count > 0
      case .seldom: count * 2 < found.met && count > 0
      case .never: count == 0
      case .others: false
      }
    }
  }
}
