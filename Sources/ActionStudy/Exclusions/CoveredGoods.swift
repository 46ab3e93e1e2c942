import TariffLaw
import TradeAction
import TradeData

/// The cells an action covers, found by the codes of its day.
struct CoveredGoods {
  /// A request that names a code and an origin there are.
  struct Asked {
    let code: HTSCode
    /// Positions of the origins asked for; `nil` for all.
    let origins: Set<Int>?
    let share: Double
  }

  /// Cells that a request meets, and the share of what is covered there.
  struct Match {
    var shares: [(cell: Int, share: Double)] = []
    var basis = ScoredRequest.ShareBasis.exact
    var detail = ""
  }

  private struct Piece {
    let code: HTSCode
    let cell: Int
    /// Of what is covered of the cell.
    let share: Double
  }

  private let tariffs: ActionTariffs
  private let ground: TariffGround
  private let edition: Int
  /// In the order of the codes.
  private let pieces: [Piece]
  private let listed: [HTSCode]

  /// - Throws: ``ActionError`` when no edition of the schedule is held for the day.
  init(_ tariffs: ActionTariffs, _ ground: TariffGround) throws {
    let book = ground.book
    guard let edition = book.schedule.edition(on: tariffs.day) else {
      throw ActionError(message: "no edition of the schedule is held for \(tariffs.day)")
    }
    let measures = book.regime.measures.filter { tariffs.measures.contains($0.id) }
    var piecesOfCode: [HTSCode: [(code: HTSCode, weight: Int)]] = [:]
    var found: [Piece] = []
    for (position, cell) in tariffs.cells.enumerated() {
      let code = ground.baseline.codes[cell.indices.lowerBound]
      let covered: [(code: HTSCode, weight: Int)]
      if let known = piecesOfCode[code] {
        covered = known
      } else {
        covered = ground.carrier.pieces(of: code, in: edition) {
          book.schedule.contains($0, in: edition)
        }.codes.filter { piece in
          measures.contains { book.regime.mayCover($0, piece.code, on: tariffs.day) }
        }
        piecesOfCode[code] = covered
      }
      let weights = Double(covered.reduce(0) { $0 + $1.weight })
      for piece in covered where piece.weight > 0 {
        found.append(
          Piece(code: piece.code, cell: position, share: Double(piece.weight) / weights))
      }
    }
    pieces = found.sorted { ($0.code, $0.cell) < ($1.code, $1.cell) }
    listed = ListedLines(tariffs, ground).codes
    self.tariffs = tariffs
    self.ground = ground
    self.edition = edition
  }

  func isListed(_ code: HTSCode) -> Bool {
    listed.contains { $0 == code.prefix(8) || code.contains($0) }
  }

  /// Reads a request; without one, why not.
  func parse(
    _ request: ExclusionRequest
  ) -> (request: Asked?, status: ScoredRequest.Status, detail: String) {
    let code: HTSCode
    do {
      code = try HTSCode(request.hts)
    } catch {
      return (nil, .badRow, "hts: \(error)")
    }
    guard code.length >= 4 else {
      return (nil, .badRow, "hts: '\(request.hts)' is a whole chapter; give four digits or more")
    }
    var share = 1.0
    if let text = request.share {
      guard let number = Double(text), number > 0, number <= 1 else {
        return (nil, .badRow, "share: '\(text)' is no share above 0 and up to 1")
      }
      share = number
    }
    let schedule = ground.book.schedule
    let isHeld =
      !schedule.codes(under: code, in: edition, limit: 1).isEmpty
      || schedule.contains(code, in: edition)
      || (code.length == 10 && !schedule.editions[edition].holdsSuffixes
        && !schedule.life(of: code).isEmpty
        && schedule.contains(code.prefix(8), in: edition))
    guard isHeld else {
      return (
        nil, .unknownCode,
        "\(code.dotted) is not in edition \(schedule.editions[edition].id)"
          + (schedule.life(of: code).isEmpty ? "" : ", but in others")
      )
    }
    guard let name = request.origin else {
      return (Asked(code: code, origins: nil, share: share), .ok, "")
    }
    guard let country = CountryCode(name), ground.book.countries?.contains(country) ?? true else {
      return (nil, .unknownOrigin, "origin: '\(name)' is no two-letter code of a country")
    }
    let baseline = ground.baseline
    guard let origin = baseline.origins.firstIndex(where: { $0.countries.contains(country) })
    else {
      return (nil, .unknownOrigin, "origin: \(country) is not told apart in \(baseline.id)")
    }
    guard baseline.origins[origin].countries.count == 1 else {
      return (
        nil, .unknownOrigin,
        "origin: \(baseline.id) has \(country) only as part of \(baseline.origins[origin].name)"
      )
    }
    guard tariffs.cells.contains(where: { baseline.origin[$0.indices.lowerBound] == origin })
    else {
      return (nil, .originNotCovered, "origin: nothing from \(country) is covered")
    }
    return (Asked(code: code, origins: [origin], share: share), .ok, "")
  }

  /// The covered cells that a request takes in.
  func match(_ asked: Asked, _ suffixes: SuffixShares) -> Match {
    var match = Match()
    var shares: [Int: Double] = [:]
    let line = asked.code.prefix(8)
    var place = lowerBound(line)
    while place < pieces.count, line.contains(pieces[place].code) {
      let piece = pieces[place]
      place += 1
      let origin = ground.baseline.origin[tariffs.cells[piece.cell].indices.lowerBound]
      guard asked.origins?.contains(origin) ?? true else { continue }
      if asked.code.contains(piece.code) {
        shares[piece.cell, default: 0] += piece.share
        // The parts of a whole line of the baseline are weighed by later imports.
        if asked.code.length > 8, piece.share < 1, match.basis == .exact {
          match.basis = .laterImports
        }
      } else if piece.code.contains(asked.code) {
        if let part = suffixes.share(
          of: asked.code, from: ground.baseline.origins[origin].countries)
        {
          shares[piece.cell, default: 0] += piece.share * part
          if match.basis == .exact { match.basis = .laterImports }
        } else {
          shares[piece.cell, default: 0] += piece.share
          match.basis = .wholeLine
        }
      }
    }
    switch match.basis {
    case .exact: break
    case .laterImports:
      match.detail = "its share of the line is estimated from \(suffixes.source)"
    case .wholeLine:
      match.detail =
        "its share of the line is not known: the whole line stands for it, an upper bound"
    }
    match.shares = shares.sorted { $0.key < $1.key }.map { ($0.key, min(1, $0.value)) }
    return match
  }

  private func lowerBound(_ code: HTSCode) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
