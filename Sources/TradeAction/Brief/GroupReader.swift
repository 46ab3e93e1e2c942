import LawFiles
import TariffLaw
import Yams

/// Reads the groups of goods of a brief.
struct GroupReader {
  let file: String
  /// The day of the brief, on which measures are read where a group states none.
  let on: Day?

  static let keys = [
    "title", "codes", "technology", "ict", "naics", "end-use", "measures", "measures-on", "groups",
  ]
  static let everything = "all"

  func groups(_ fields: Fields, _ problems: inout [LawError]) -> [GoodsGroup] {
    guard let node = fields.node("groups") else { return [] }
    guard case .mapping(let mapping) = node else {
      problems.append(fields.problem("groups", "must be a mapping of names to goods"))
      return []
    }
    var found: [GoodsGroup] = []
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      guard
        let inner = Fields(
          value, file: file, known: Self.keys + ["except"], what: "group '\(name)'",
          problems: &problems)
      else { continue }
      var except: [GoodsGroup.Part] = []
      if let node = inner.node("except"),
        let left = Fields(
          node, file: file, known: Self.keys, what: "what '\(name)' leaves out",
          problems: &problems)
      {
        except = parts(left, &problems)
      }
      let parts = parts(inner, &problems)
      if parts.isEmpty {
        problems.append(
          inner.problem(
            name, "names no goods; use codes, technology, ict, naics, end-use, measures"))
      }
      for case .group(let other) in parts + except
      where !found.contains(where: { $0.name == other }) {
        problems.append(
          inner.problem("groups", "'\(other)' is no group above '\(name)'"))
      }
      found.append(
        GoodsGroup(
          name: name, title: inner.text("title", problems: &problems), parts: parts, except: except)
      )
    }
    return found
  }

  private func parts(_ fields: Fields, _ problems: inout [LawError]) -> [GoodsGroup.Part] {
    var parts: [GoodsGroup.Part] = []
    if fields.has("codes") {
      var codes: [HTSCode] = []
      for text in fields.texts("codes", problems: &problems) {
        do { codes.append(try HTSCode(text)) } catch {
          problems.append(fields.problem("codes", "'\(text)': \(error)"))
        }
      }
      parts.append(.codes(codes))
    }
    /// `all` is no restriction.
    func words(_ key: String) -> [String] {
      let words = fields.texts(key, problems: &problems)
      return words == [Self.everything] ? [] : words
    }
    if fields.has("technology") { parts.append(.technology(words("technology"))) }
    if fields.has("ict") { parts.append(.communication(words("ict"))) }
    if fields.has("naics") {
      parts.append(.industries(fields.texts("naics", problems: &problems)))
    }
    if fields.has("end-use") {
      parts.append(.endUses(fields.texts("end-use", problems: &problems)))
    }
    if fields.has("measures") {
      let day = fields.day("measures-on", problems: &problems) ?? on
      let measures = fields.texts("measures", problems: &problems)
      if let day { parts.append(.measures(measures, on: day)) }
    }
    return parts + fields.texts("groups", problems: &problems).map { .group($0) }
  }
}
