import TariffLaw

/// What stands for a heading that is not assigned yet: the digits that headings of the law begin with,
/// then `xx`.
enum HeadingPlaceholder {
  /// The start that the most authorities share, so that one long list of another kind does not decide;
  /// `nil` where no measure of the law has a heading.
  static func text(for regime: Regime) -> String? {
    var authorities: [String: Set<String>] = [:]
    for measure in regime.measures {
      for heading in measure.terms.compactMap(\.heading) where heading.count > 4 {
        authorities[String(heading.prefix(4)), default: []].insert(measure.authority)
      }
    }
    let start = authorities.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key
    return start.map { "\($0).xx.xx" }
  }
}
