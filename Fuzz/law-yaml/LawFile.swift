import Foundation
import LawFiles
import TariffLaw

/// A text as a file of an importer's law, in the place where its first words put it.
struct LawFile {
  let bytes: [UInt8]
  let text: String
  /// Below the importer's folder.
  private let path: String
  private let importer: String
  /// Each line as YAML counts them, without its end.
  let lines: [[Unicode.Scalar]]

  var name: String { "\(importer)/\(path)" }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    text = String(decoding: bytes, as: UTF8.self)
    lines = LawFile.lines(of: text)
    let words = text.prefix(4096).split { $0.isWhitespace || "{}[],'\"".contains($0) }
    let id = zip(words, words.dropFirst()).first { $0.0 == "id:" }?.1.split(separator: "/") ?? []
    importer = id.count > 1 ? String(id[0]) : "zz"
    switch words.first {
    case "facts:"?, "groups:"?, "gaps:"?, "deadlines:"?:
      path = "\(words[0].dropLast()).yaml"
    case "title:"? where id.isEmpty: path = "importer.yaml"
    case "measures:"?: path = id.dropFirst().dropLast().joined(separator: "/") + ".yaml"
    default: path = id.isEmpty ? "law.yaml" : id.dropFirst().joined(separator: "/") + ".yaml"
    }
  }

  /// The law of the importer with this file, beside the facts and groups of the shipped law and a
  /// list under each name that the text gives one.
  func regime() throws(LawErrors) -> Regime {
    var draft = RegimeDraft(extending: surroundings)
    if path == "importer.yaml" { draft = RegimeDraft(importer: importer) }
    draft.add(path: path, file: name, bytes: bytes)
    return try draft.regime()
  }

  private var surroundings: Regime {
    var lists: [String: GoodsList] = [:]
    for word in text.split(whereSeparator: { " \n[]{},'\"".contains($0) }) {
      if word.hasSuffix(".csv") { lists[String(word)] = LawFile.list }
    }
    let isOwn = ["facts.yaml", "groups.yaml"].contains(path)
    let known = LawFile.shipped
    return Regime(
      importer: importer, title: "", span: .always, measures: LawFile.others, goodsLists: lists,
      groups: isOwn ? [:] : known.groups, facts: isOwn ? [:] : known.facts)
  }

  /// A line ends where YAML 1.1 says that one does.
  private static func lines(of text: String) -> [[Unicode.Scalar]] {
    var lines: [[Unicode.Scalar]] = [[]]
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lines.append([])
      default: lines[lines.count - 1].append(scalar)
      }
      previous = scalar
    }
    return lines
  }

  private static let list: GoodsList = {
    let rows = ["8482", "848210"].compactMap { try? HTSCode($0) }.map { GoodsList.Row(code: $0) }
    return (try? GoodsList(rows)) ?? { fatalError("two codes are the same") }()
  }()

  /// What the stacking of a measure may name.
  private static let others = [
    "another", "general", "ieepa", "programme", "section-232", "section-301",
  ].map { authority in
    Measure(
      id: "zz/\(authority)", title: authority, authority: authority,
      terms: [
        Term(
          validity: Validity(span: .always), duty: .stated(DutyText(parsing: "5%")), citation: "c")
      ])
  }

  /// The facts and groups of the law that the engine ships for the United States.
  private static let shipped: Regime = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Law/us")
    var draft = RegimeDraft(importer: "us")
    draft.add(path: "importer.yaml", file: "importer.yaml", bytes: Array("title: U".utf8))
    for name in ["facts.yaml", "groups.yaml"] {
      let bytes = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path)
      draft.add(path: name, file: name, bytes: [UInt8](bytes ?? Data()))
    }
    do {
      return try draft.regime()
    } catch {
      fatalError("the shipped facts and groups do not read: \(error)")
    }
  }()
}
