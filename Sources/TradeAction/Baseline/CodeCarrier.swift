package import TariffLaw
package import TradeData

/// Finds the codes of an edition that stand for a code of the weights.
package struct CodeCarrier: Sendable {
  /// Codes with their weights, or none where nothing stands for the code.
  package struct Pieces: Sendable {
    package let codes: [(code: HTSCode, weight: Int)]
    /// Whether the code itself is not in the edition.
    package let isCarried: Bool
  }

  private let schedule: Schedule
  /// Later value by ten-digit code, for lines that the weights do not divide.
  private let laterValue: [HTSCode: Int]
  /// Subheadings of the other edition of the nomenclature, both ways.
  private let correlated: [HTSCode: [HTSCode]]

  /// - Throws: `ArchiveError` when the shipped correlation is damaged.
  package init(_ schedule: Schedule, laterValue: [HTSCode: Int]) throws(ArchiveError) {
    self.schedule = schedule
    self.laterValue = laterValue
    let table = Table("hs2022-hs2017-correlation", in: try ShippedFiles.archive("classes.tarifa"))
    let new = try table.texts("hs2022")
    let old = try table.texts("hs2017")
    var correlated: [HTSCode: Set<HTSCode>] = [:]
    for (a, b) in zip(new, old) {
      do {
        let (a, b) = (try HTSCode(a), try HTSCode(b))
        correlated[a, default: []].insert(b)
        correlated[b, default: []].insert(a)
      } catch {
        throw .damaged("correlation of \(a) and \(b)")
      }
    }
    self.correlated = correlated.mapValues { $0.sorted() }
  }

  /// - Parameter isHeld: whether the edition answers for a code.
  package func pieces(
    of code: HTSCode, in edition: Int, isHeld: (HTSCode) -> Bool
  ) -> Pieces {
    guard code.length >= 8 else { return Pieces(codes: [], isCarried: false) }
    let line = code.prefix(8)
    if isHeld(code) {
      // A whole line is answered by its statistical parts, which lists may tell apart.
      let parts = code.length == 8 ? ends(under: code, edition) : [code]
      return Pieces(codes: weighted(parts.isEmpty ? [code] : parts), isCarried: false)
    }
    for codes in [ends(under: line, edition), ends(under: code.prefix(6), edition)]
    where !codes.isEmpty {
      return Pieces(codes: weigh(codes, like: code), isCarried: true)
    }
    let others = (correlated[code.prefix(6)] ?? []).filter { $0 != code.prefix(6) }
    return Pieces(
      codes: weigh(others.flatMap { ends(under: $0, edition) }, like: code), isCarried: true)
  }

  /// A ten-digit code's successors weigh alike; those of a whole line by later value.
  private func weigh(
    _ codes: [HTSCode], like code: HTSCode
  ) -> [(code: HTSCode, weight: Int)] {
    code.length == 8 ? weighted(codes) : codes.map { ($0, 1) }
  }

  /// By later value where there is any and all of them lasted until then, else alike.
  private func weighted(_ codes: [HTSCode]) -> [(code: HTSCode, weight: Int)] {
    guard codes.count > 1 else { return codes.map { ($0, 1) } }
    let values = codes.map { laterValue[$0] ?? 0 }
    let last = schedule.editions.count - 1
    guard values.contains(where: { $0 > 0 }),
      codes.allSatisfy({ schedule.contains($0, in: last) })
    else { return codes.map { ($0, 1) } }
    return zip(codes, values).compactMap { $1 > 0 ? ($0, $1) : nil }
  }

  /// The codes under a prefix that are not divided further.
  private func ends(under prefix: HTSCode, _ edition: Int) -> [HTSCode] {
    let codes = schedule.codes(under: prefix, in: edition)
    return codes.indices.filter { position in
      position + 1 == codes.count || !codes[position].contains(codes[position + 1])
    }.map { codes[$0] }
  }
}

extension CodeCarrier {
  /// - Throws: `ArchiveError` when shipped data is damaged.
  package init(for weights: ImportWeights, _ schedule: Schedule) throws(ArchiveError) {
    try self.init(schedule, laterValue: try Self.laterValue(weights))
  }

  /// Later value by ten-digit code, for weights by rate line.
  private static func laterValue(
    _ weights: ImportWeights
  ) throws(ArchiveError) -> [HTSCode: Int] {
    guard weights.codes.contains(where: { $0.length == 8 }),
      let later = try ImportWeights.shipped(ImportWeights.names[0])
    else { return [:] }
    var values: [HTSCode: Int] = [:]
    for cell in later.cells.joined() { values[later.codes[cell.code], default: 0] += cell.value }
    return values
  }
}
