package import LawFiles
package import TariffLaw
import Yams

/// Reads briefs.
package struct BriefReader {
  package let file: String

  package init(file: String) { self.file = file }

  static let keys = [
    "id", "title", "importer", "partner", "baseline", "on", "rate", "target", "groups",
    "candidates", "must", "exclude", "floors", "caps", "largest-partner-share", "smallest-value",
    "lines", "objective", "assumptions", "real", "notes",
  ]

  /// - Throws: ``LawErrors`` with everything that is wrong in the file.
  package func brief(_ bytes: [UInt8]) throws(LawErrors) -> Brief {
    let node = try YAMLText.node(bytes, file: file)
    var problems: [LawError] = []
    guard
      let fields = Fields(node, file: file, known: Self.keys, what: "a brief", problems: &problems)
    else { throw LawErrors(problems) }
    let brief = read(fields, &problems)
    guard problems.isEmpty, let brief else { throw LawErrors(problems) }
    return brief
  }

  private func read(_ fields: Fields, _ problems: inout [LawError]) -> Brief? {
    let on = required(fields, "on", &problems) { $0.day("on", problems: &$1) }
    let text = fields.requiredText("partner", problems: &problems)
    let partner = CountryCode(text)
    if partner == nil {
      problems.append(fields.problem("partner", "'\(text)' is not a two-letter country code"))
    }
    let groups = GroupReader(file: file, on: on).groups(fields, &problems)
    func named(_ name: String, _ key: String, _ fields: Fields) -> String {
      if !groups.contains(where: { $0.name == name }) {
        let near = Fields.nearest(name, in: groups.map(\.name))
        problems.append(
          fields.problem(
            key, "there is no group '\(name)'" + (near.map { "; did you mean '\($0)'?" } ?? "")))
      }
      return name
    }
    let candidates = fields.texts("candidates", problems: &problems).map {
      named($0, "candidates", fields)
    }
    let must = demands("must", fields, &problems)
    let exclude = demands("exclude", fields, &problems)
    let floors = bounds("floors", fields, &problems)
    let caps = bounds("caps", fields, &problems)
    let objective = weights(fields, &problems)
    for demand in must { _ = named(demand.group, "must", fields) }
    for demand in exclude { _ = named(demand.group, "exclude", fields) }
    for (key, bounds) in [("floors", floors), ("caps", caps)] {
      for bound in bounds {
        if case .group(let name) = bound.subject { _ = named(name, key, fields) }
      }
    }
    for weight in objective {
      if let group = weight.group { _ = named(group, "objective", fields) }
    }
    let counts = lineCounts(fields, &problems)
    let rates = rates(fields, &problems)
    let target = target(fields, &problems)
    let id = fields.requiredText("id", problems: &problems)
    let title = fields.requiredText("title", problems: &problems)
    let importer = fields.requiredText("importer", problems: &problems)
    let baseline = fields.requiredText("baseline", problems: &problems)
    let assumptions = fields.requiredText("assumptions", problems: &problems)
    let largest = fields.percent("largest-partner-share", problems: &problems)
    let smallest = fields.number("smallest-value", problems: &problems)
    let real = real(fields, on, &problems)
    let notes = fields.text("notes", problems: &problems)
    guard let on, let partner, let target else { return nil }
    return Brief(
      id: id, title: title, importer: importer, partner: partner, baseline: baseline, on: on,
      rates: rates, target: target, groups: groups, candidates: candidates, must: must,
      exclude: exclude, floors: floors, caps: caps, largestPartnerShare: largest,
      smallestValue: smallest, fewestLines: counts.fewest, mostLines: counts.most,
      objective: objective, assumptions: assumptions, notes: notes, real: real)
  }

  private func required<Value>(
    _ fields: Fields, _ key: String, _ problems: inout [LawError],
    _ read: (Fields, inout [LawError]) -> Value?
  ) -> Value? {
    if !fields.has(key) { problems.append(fields.problem(key, "is missing; add '\(key): …'")) }
    return read(fields, &problems)
  }

  private func rates(_ fields: Fields, _ problems: inout [LawError]) -> [Fraction] {
    var rates: Set<Fraction> = []
    for text in fields.texts("rate", problems: &problems) {
      guard let rate = Fraction(percent: text), rate.isPositive, rate <= Self.highestRate else {
        problems.append(
          fields.problem("rate", "'\(text)' is no rate; write 25% (more than 0, at most 1000%)"))
        continue
      }
      rates.insert(rate)
    }
    if !fields.has("rate") || rates.count > Self.mostRates {
      problems.append(
        fields.problem("rate", "give one rate, such as 25%, or a list of up to \(Self.mostRates)"))
    }
    return rates.sorted()
  }

  private static let highestRate: Fraction = 10
  private static let mostRates = 12

  private func target(_ fields: Fields, _ problems: inout [LawError]) -> Brief.Target? {
    guard let node = fields.node("target") else {
      problems.append(
        fields.problem("target", "is missing; add 'target: {value: DOLLARS, tolerance: 0.5%}'"))
      return nil
    }
    guard
      let inner = Fields(
        node, file: file, known: ["value", "duty", "lost-sales", "harm", "measure", "tolerance"],
        what: "a target", problems: &problems)
    else { return nil }
    var measure: Brief.Target.Measure?
    var amount: Fraction?
    for candidate in Brief.Target.Measure.allCases where inner.has(candidate.rawValue) {
      if measure != nil {
        problems.append(inner.problem(candidate.rawValue, "a target has one measure"))
      }
      measure = candidate
      amount = inner.number(candidate.rawValue, problems: &problems)
    }
    let isHarm = inner.has("harm")
    if isHarm {
      if measure != nil {
        problems.append(inner.problem("harm", "give 'harm' with 'measure', or one amount"))
      }
      amount = inner.number("harm", problems: &problems)
      let words = Brief.Target.Measure.allCases.map(\.rawValue).joined(separator: ", ")
      let text = inner.text("measure", problems: &problems) ?? ""
      measure = Brief.Target.Measure(rawValue: text)
      if measure == nil {
        problems.append(
          inner.problem("measure", "'\(text)': say what is to be as large as the harm: \(words)"))
      }
    }
    let tolerance = inner.percent("tolerance", problems: &problems) ?? 0
    if tolerance.isNegative || tolerance >= 1 {
      problems.append(inner.problem("tolerance", "must be from 0% to below 100%"))
    }
    guard let measure, let amount, amount.isPositive else {
      problems.append(
        fields.problem("target", "give more than 0 dollars of value, duty, lost-sales or harm"))
      return nil
    }
    return Brief.Target(measure: measure, amount: amount, tolerance: tolerance, isHarm: isHarm)
  }

  private func demands(
    _ key: String, _ fields: Fields, _ problems: inout [LawError]
  ) -> [Brief.Demand] {
    fields.list(key, problems: &problems).compactMap { node in
      guard
        let inner = Fields(
          node, file: file, known: ["group", "reason"], what: "an item of '\(key)'",
          problems: &problems)
      else { return nil }
      return Brief.Demand(
        group: inner.requiredText("group", problems: &problems),
        reason: inner.requiredText("reason", problems: &problems))
    }
  }

  private func bounds(
    _ key: String, _ fields: Fields, _ problems: inout [LawError]
  ) -> [Brief.Bound] {
    fields.list(key, problems: &problems).compactMap { node in
      guard
        let inner = Fields(
          node, file: file, known: ["group", "each", "of", "share", "firm"],
          what: "an item of '\(key)'", problems: &problems)
      else { return nil }
      var subjects: [Brief.Bound.Subject] = []
      if let group = inner.text("group", problems: &problems) { subjects.append(.group(group)) }
      switch inner.text("each", problems: &problems) {
      case nil: break
      case "chapter": subjects.append(.eachChapter)
      case "sector": subjects.append(.eachSector)
      case let other?:
        problems.append(inner.problem("each", "'\(other)' is neither chapter nor sector"))
      }
      switch inner.text("of", problems: &problems) {
      case nil: break
      case "partner-share": subjects.append(.partnerShare)
      case "state", "district":
        problems.append(
          inner.problem("of", "no figures by state or district are shipped; leave it out"))
      case let other?:
        problems.append(inner.problem("of", "'\(other)' is not partner-share"))
      }
      guard subjects.count == 1, let subject = subjects.first else {
        problems.append(
          inner.problem("group", "give one of group: NAME, each: chapter, of: partner-share"))
        return nil
      }
      guard let share = inner.percent("share", problems: &problems), !share.isNegative, share <= 1
      else {
        problems.append(inner.problem("share", "give a share of the value of the list, 0% to 100%"))
        return nil
      }
      let firm = inner.text("firm", problems: &problems) ?? "no"
      if !["yes", "no"].contains(firm) {
        problems.append(inner.problem("firm", "'\(firm)' is neither yes nor no"))
      }
      return Brief.Bound(subject: subject, share: share, isFirm: firm == "yes")
    }
  }

  private func weights(_ fields: Fields, _ problems: inout [LawError]) -> [Brief.Weight] {
    let nodes = fields.list("objective", problems: &problems)
    if nodes.isEmpty {
      problems.append(
        fields.problem("objective", "is missing; add '- {term: buyers-loss, weight: 1}'"))
    }
    return nodes.compactMap { node in
      guard
        let inner = Fields(
          node, file: file, known: ["term", "weight", "group"], what: "a term of the objective",
          problems: &problems)
      else { return nil }
      let name = inner.requiredText("term", problems: &problems)
      let weight = inner.number("weight", problems: &problems)
      if !inner.has("weight") { problems.append(inner.problem("weight", "is missing")) }
      guard let term = Brief.Term(rawValue: name) else {
        let names = Brief.Term.allCases.map(\.rawValue)
        problems.append(
          inner.problem(
            "term", "'\(name)' is no term; choose from \(names.joined(separator: ", "))"))
        return nil
      }
      return weight.map {
        Brief.Weight(term: term, group: inner.text("group", problems: &problems), weight: $0)
      }
    }
  }

  private func lineCounts(
    _ fields: Fields, _ problems: inout [LawError]
  ) -> (fewest: Int?, most: Int?) {
    guard let node = fields.node("lines"),
      let inner = Fields(
        node, file: file, known: ["fewest", "most"], what: "lines", problems: &problems)
    else { return (nil, nil) }
    func count(_ key: String) -> Int? {
      guard let text = inner.text(key, problems: &problems) else { return nil }
      guard let count = Int(text), count >= 0 else {
        problems.append(inner.problem(key, "'\(text)' is no number of lines"))
        return nil
      }
      return count
    }
    let counts = (fewest: count("fewest"), most: count("most"))
    if let fewest = counts.fewest, let most = counts.most, fewest > most {
      problems.append(inner.problem("fewest", "\(fewest) is more than 'most', \(most)"))
    }
    return counts
  }

  private func real(
    _ fields: Fields, _ on: Day?, _ problems: inout [LawError]
  ) -> Brief.RealList? {
    guard let node = fields.node("real"),
      let inner = Fields(
        node, file: file, known: ["measures", "on"], what: "real", problems: &problems)
    else { return nil }
    let measures = inner.texts("measures", problems: &problems)
    if measures.isEmpty {
      problems.append(inner.problem("measures", "name at least one measure of the law"))
    }
    return (inner.day("on", problems: &problems) ?? on).map {
      Brief.RealList(measures: measures, on: $0)
    }
  }
}

extension Fields {
  /// A share written as `25%` or as `0.25`.
  package func percent(_ key: String, problems: inout [LawError]) -> Fraction? {
    guard let text = text(key, problems: &problems) else { return nil }
    guard let share = Fraction(percent: text) else {
      problems.append(problem(key, "'\(text)' is no share; write 25% or 0.25"))
      return nil
    }
    return share
  }
}

extension Fraction {
  /// `25%`, or a decimal as it is.
  init?(percent text: String) {
    if text.hasSuffix("%") {
      guard let number = Fraction(decimal: text.dropLast()) else { return nil }
      self = number / 100
    } else {
      self.init(decimal: text)
    }
  }
}
