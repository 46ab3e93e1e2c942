/// An origin of the fit, from `Data/sources/baseline-origins.csv`: where its 2024 shares and its
/// margins of the baseline year come from.
struct BaselineOrigin {
  let name: String
  /// The origin of the shipped baseline it is part of.
  let block: String
  let countries: String
  /// Codes in the 2024 file whose values seed it; empty for the rest of the world.
  let flows: [String]
  /// Codes whose chapter margins add up to its own; empty where none is published.
  let chapters: [String]
  /// Names whose industry margins add up to its own, with a sign; empty where none is published.
  let industries: [(name: String, sign: Double)]
  /// Whether figures by subheading are known.
  let isKnown: Bool

  static func catalogue(_ bytes: [UInt8]) throws(RawFileError) -> [BaselineOrigin] {
    let table = try RawTable(file: "baseline-origins.csv", bytes: bytes)
    let columns = [
      try table.column("origin"), try table.column("block"), try table.column("countries"),
      try table.column("flows2024"), try table.column("hs2"), try table.column("naics3"),
      try table.column("known"),
    ]
    return table.records.map { _, fields in
      let value = columns.map { fields.field($0) }
      var industries: [(name: String, sign: Double)] = []
      for sum in value[5].split(separator: "+") {
        for (index, name) in sum.split(separator: "-").enumerated() {
          let trimmed = name.trimming(while: { $0 == " " })
          if !trimmed.isEmpty { industries.append((trimmed, index == 0 ? 1 : -1)) }
        }
      }
      return BaselineOrigin(
        name: value[0], block: value[1], countries: value[2],
        flows: value[3].split(separator: " ").map(String.init),
        chapters: value[4].split(separator: " ").map(String.init), industries: industries,
        isKnown: value[6] == "yes")
    }
  }
}

extension Substring {
  fileprivate func trimming(while test: (Character) -> Bool) -> String {
    var text = drop(while: test)
    while let last = text.last, test(last) { text = text.dropLast() }
    return String(text)
  }
}
