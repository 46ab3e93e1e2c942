import TariffLaw
import TradeData

/// What the baseline rests on, as a page of documentation.
struct BaselineReport {
  let inputs: BaselineInputs
  let fit: BaselineFit
  let cells: [BaselineCompiler.Cell]

  var page: String {
    var lines = [
      "# The baseline of 2017",
      "",
      "Imports for consumption by rate line and origin, customs value and calculated duty. Written",
      "by `databuild`; `docs/method/baseline.md` describes the method.",
      "",
      "## Totals",
      "",
      "| | baseline | published (Census) |",
      "|---|---|---|",
    ]
    let published = inputs.chapterMargins["TOTAL"] ?? [:]
    lines.append(
      "| customs value | \(whole(cells.reduce(0) { $0 + $1.value })) | "
        + "\(whole(published.values.reduce(0) { $0 + $1.value })) |")
    lines.append(
      "| calculated duty | \(whole(cells.reduce(0) { $0 + $1.duty })) | "
        + "\(whole(published.values.reduce(0) { $0 + $1.duty })) |")
    lines += ["", "## Provenance", "", "| cells | rows | value | share |", "|---|---|---|---|"]
    let total = cells.reduce(0) { $0 + $1.value }
    for provenance in ImportBaseline.Provenance.allCases {
      let members = cells.filter { $0.provenance == provenance }
      let value = members.reduce(0) { $0 + $1.value }
      lines.append(
        "| \(provenance) | \(members.count) | \(whole(value)) | \(percent(value / total)) |")
    }
    lines += [
      "", "## How far the fit ends from its margins", "",
      "| margin | sum of differences over the margin | largest, dollars |", "|---|---|---|",
    ]
    for residual in fit.residuals {
      lines.append("| \(residual.name) | \(percent(residual.share)) | \(whole(residual.largest)) |")
    }
    lines += heldOut
    lines += scaling
    lines += duties
    return lines.joined(separator: "\n") + "\n"
  }

  /// The origins known by subheading fitted as if they were not, against what is known: how much of
  /// the diversion since 2018 the margins undo.
  private var heldOut: [String] {
    let known = inputs.origins.indices.filter { inputs.origins[$0].isKnown }
    var lines = [
      "", "## What the margins undo of the diversion in the 2024 shares", "",
      "Each origin known by subheading is withheld and fitted like the others. The error is the sum",
      "of absolute differences over the known value, chapters 1 to 97: first with the 2024 shares",
      "scaled to the chapter margins alone, then with all margins.", "",
      "| origin withheld | 2024 shares, chapter margins only | all margins |", "|---|---|---|",
    ]
    var details: [String] = []
    for origin in known {
      let plain = BaselineFit(inputs, withheld: [origin], onlyChapters: true)
      let full = BaselineFit(inputs, withheld: [origin])
      lines.append(
        "| \(inputs.origins[origin].name) | \(percent(error(plain, origin))) | "
          + "\(percent(error(full, origin))) |")
      for six in Self.diverted {
        guard let h = inputs.subheadings.firstIndex(sorted: six) else { continue }
        let index = h * inputs.origins.count + origin
        details.append(
          "| \(six) | \(inputs.origins[origin].name) | \(millions(fit.cells[index])) | "
            + "\(millions(inputs.seeds[h][origin])) | \(millions(plain.cells[index])) | "
            + "\(millions(full.cells[index])) |")
      }
    }
    return lines + [
      "", "Subheadings whose trade moved most, millions of dollars:", "",
      "| subheading | origin | known 2017 | 2024 | chapter margins only | all margins |",
      "|---|---|---|---|---|---|",
    ] + details
  }

  /// Portable computers, parts of computers, telephones, network equipment, seats.
  private static let diverted = ["847130", "847330", "851712", "851762", "940161"]

  private func error(_ trial: BaselineFit, _ origin: Int) -> Double {
    var gap = 0.0
    var sum = 0.0
    for (h, six) in inputs.subheadings.enumerated() where six < "98" {
      let index = h * inputs.origins.count + origin
      guard fit.isKnown[index] else { continue }
      gap += (trial.cells[index] - fit.cells[index]).magnitude
      sum += fit.cells[index]
    }
    return sum > 0 ? gap / sum : 0
  }

  private var scaling: [String] {
    var lines = [
      "", "## Scaling of the figures known by subheading to the chapter margins", "",
      "| origin | known, chapters 1 to 97 | published | published over known |",
      "|---|---|---|---|",
    ]
    for (o, origin) in inputs.origins.enumerated() where origin.isKnown {
      let known = inputs.known.reduce(0) { $0 + $1[o] }
      var published = 0.0
      for code in origin.chapters {
        for (chapter, margin) in inputs.chapterMargins[code] ?? [:] where chapter < "98" {
          published += margin.value
        }
      }
      lines.append(
        "| \(origin.name) | \(whole(known)) | \(whole(published)) | \(percent(published / known)) |"
      )
    }
    return lines
  }

  private var duties: [String] {
    let odd = cells.filter { $0.value > 1e6 && $0.duty > $0.value * ($0.rate * 2 + 0.05) }
    let value = odd.reduce(0) { $0 + $1.value }
    return [
      "", "## Duty", "",
      "Cells over a million dollars whose fitted duty is more than twice the general rate and five",
      "points: \(odd.count), \(millions(value)) million dollars of imports. They carry duty that the",
      "chapter margin holds and the general rate of the line does not explain (specific rates in",
      "words, safeguards, lines split wrongly).",
    ]
  }

  private func whole(_ value: Double) -> String { PageNumber.whole(value) }

  private func millions(_ value: Double) -> String { whole(value / 1e6) }

  private func percent(_ share: Double) -> String { PageNumber.percent(share) }
}
