import TariffLaw
import TradeAction
import TradeData

/// How far goods belong to the groups of a brief.
struct GoodsMembership {
  private let brief: Brief
  private let classes: GoodsClasses
  private let regime: Regime
  /// Measures by the names a group gives, so that each is looked up once.
  private var measures: [[String]: [Measure]] = [:]

  /// - Throws: ``ActionError`` when a group names what the law or the classifications have not.
  init(_ brief: Brief, _ classes: GoodsClasses, _ regime: Regime) throws {
    self.brief = brief
    self.classes = classes
    self.regime = regime
    for group in brief.groups {
      for part in group.parts + group.except { try check(part, group.name) }
    }
  }

  private mutating func check(_ part: GoodsGroup.Part, _ group: String) throws {
    func known(_ words: [String], _ all: [String], _ key: String) throws(ActionError) {
      for word in words where !all.contains(word) {
        throw ActionError(
          message: "group '\(group)': \(key) '\(word)' is not known; choose from "
            + all.sorted().joined(separator: ", "))
      }
    }
    switch part {
    case .technology(let fields):
      try known(fields, Array(classes.technologyFields.keys), "technology")
    case .communication(let groups):
      try known(groups, Array(classes.communicationGroups.keys), "ict")
    case .endUses(let uses):
      try known(uses, GoodsClasses.EndUse.allCases.map(\.rawValue), "end-use")
    case .measures(let names, _): measures[names] = try regime.measures(named: names)
    case .codes, .industries, .group: break
    }
  }

  /// From 0 to 1: below one where only some codes of the subheading are of the kind.
  func share(of code: HTSCode, in group: String) -> Double {
    guard let group = brief.group(group) else { return 0 }
    let inside = group.parts.reduce(0.0) { max($0, share(of: code, $1)) }
    guard inside > 0 else { return 0 }
    return group.except.reduce(inside) { min($0, 1 - share(of: code, $1)) }
  }

  private func share(of code: HTSCode, _ part: GoodsGroup.Part) -> Double {
    switch part {
    case .codes(let codes): codes.contains { $0.contains(code) } ? 1 : 0
    case .technology(let fields):
      classes.technologyShare(of: code, fields: fields.isEmpty ? nil : Set(fields))
    case .communication(let groups):
      classes.communicationGroup(of: code).map { groups.isEmpty || groups.contains($0) ? 1 : 0 }
        ?? 0
    case .industries(let digits):
      classes.industry(of: code).map { industry in
        digits.contains { industry.hasPrefix($0) } ? 1 : 0
      } ?? 0
    case .endUses(let uses):
      classes.endUse(of: code).map { uses.contains($0.rawValue) ? 1 : 0 } ?? 0
    case .measures(let names, let day):
      (measures[names] ?? []).contains { regime.mayCover($0, code, on: day) } ? 1 : 0
    case .group(let name): share(of: code, in: name)
    }
  }

  /// Goods are taken to belong to a group that must or must not be listed from this share on.
  static let enough = 0.5

  func belongs(_ code: HTSCode, to group: String) -> Bool {
    share(of: code, in: group) >= Self.enough
  }
}
