public import JSONText
package import TariffLaw

extension EffectiveRateAnswer {
  /// The document of `rates etr`.
  public var json: JSONValue {
    .object([
      ("from", .day(request.first)), ("to", .day(request.last)),
      ("weights", .string(request.weights)), ("weights_title", .string(weights.title)),
      ("weights_value", .integer(weights.value)),
      ("claims", .string(request.claims.rawValue)), ("by", .text(request.by?.rawValue)),
      ("claimed", claimedJSON), ("collected_\(weights.year)", collectedJSON),
      ("rows", .array(rows.map(json))),
      ("notes", .array(notes.map { .string($0) })),
      (
        "gaps",
        .array(
          gaps.map {
            .object([("text", .string($0.text)), ("citation", .string($0.citation))])
          })
      ),
      (
        "vintage",
        .object([
          ("importer", .string(vintage.importer)), ("law", .string("\(vintage.law)")),
          ("known_on", .day(vintage.knownOn)),
          ("editions", .array(vintage.editions.map { .string($0) })),
          ("assumed_facts", .array(vintage.assumed.map { .string($0) })),
        ])
      ),
    ])
  }

  private func json(_ row: Row) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("date", .day(row.day)), ("until", .day(row.until)),
    ]
    members += Self.fields(row.total)
    switch request.by {
    case nil: break
    case .authority:
      members.append(
        (
          "parts",
          .array(
            authorityParts(row.total).map { part in
              .object([
                ("authority", .string(part.authority)),
                ("rate", .exact(row.total.share(part.dollars))), ("duty", .money(part.dollars)),
              ])
            })
        ))
    case .origin, .section:
      let key = request.by?.rawValue ?? ""
      members.append(
        (
          "parts",
          .array(
            row.parts.map { part in
              var fields: [(name: String, value: JSONValue)] = [(key, .string(part.key))]
              if !part.name.isEmpty { fields.append(("name", .string(part.name))) }
              return .object(fields + Self.fields(part.tally))
            })
        ))
    }
    return .object(members)
  }

  /// The columns of the schedule as one part, then each authority that lays anything; they add up to
  /// the duty of the row exactly.
  package func authorityParts(
    _ tally: EffectiveRateTally
  ) -> [(authority: String, dollars: Fraction)] {
    [("column", tally.column)]
      + zip(authorities, tally.authorities).filter { !$1.isZero }.map { ($0, $1) }
  }

  private static func fields(_ tally: EffectiveRateTally) -> [(name: String, value: JSONValue)] {
    [
      ("rate", .exact(tally.share(tally.duty))),
      ("additional_rate", .exact(tally.share(tally.additional))),
      ("column_rate", .exact(tally.share(tally.column))),
      ("rate_low", .exact(tally.share(tally.low))),
      ("rate_high", .exact(tally.share(tally.high))),
      ("value", .integer(tally.value)), ("duty", .money(tally.duty)),
      ("share_priced", .exact(tally.share(ofValue: tally.priced))),
      ("share_equivalent", .exact(tally.share(ofValue: tally.equivalent))),
      ("share_unpriced", .exact(tally.share(ofValue: tally.unpriced))),
      ("share_inadmissible", .exact(tally.share(ofValue: tally.inadmissible))),
      ("share_default_facts", .exact(tally.share(ofValue: tally.defaultFacts))),
      ("share_carried", .exact(tally.share(ofValue: tally.carried))),
    ]
  }

  private var claimedJSON: JSONValue {
    guard request.claims != .none else { return .null }
    let value = max(weights.value, 1)
    return .object([
      ("share_observed", .exact(Fraction(claimed.observed, over: value))),
      ("observed_origins", .array(claimed.observedOrigins.map { .string($0) })),
      ("share_inferred", .exact(Fraction(claimed.inferred, over: value))),
      ("inferred_origins", .array(claimed.inferredOrigins.map { .string($0) })),
    ])
  }

  private var collectedJSON: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("rate", .exact(collectedRate(weights.duty, weights.value))),
      ("duty", .integer(weights.duty)), ("value", .integer(weights.value)),
    ]
    if request.by == .origin {
      members.append(
        (
          "parts",
          .array(
            weights.origins.map { origin in
              .object([
                ("origin", .string(origin.key)), ("name", .string(origin.name)),
                ("rate", .exact(collectedRate(origin.duty, origin.value))),
                ("duty", .integer(origin.duty)), ("value", .integer(origin.value)),
              ])
            })
        ))
    }
    return .object(members)
  }

  package func collectedRate(_ duty: Int, _ value: Int) -> Fraction? {
    value > 0 ? Fraction(duty, over: value) : nil
  }

  /// What a reader of the figures must know.
  package var notes: [String] {
    var notes = [
      "Statutory: the law of each day on unchanged imports of \(weights.year), without in-transit "
        + "relief; what importers buy instead is not in it.",
      "A rate is duty over the value that is priced or has an equivalent; the rest is left out of "
        + "both, and share_unpriced and share_inadmissible say how much.",
      "Where the column is a specific duty or cannot be read, the duty collected in "
        + (weights.holdsDuty ? "\(weights.year)" : "2024, as that of \(weights.year) is fitted,")
        + " over the value stands for it (share_equivalent).",
      "Facts an entry would state have their default, the content of metal the whole value; "
        + "share_default_facts says how much, rate_low and rate_high bound it.",
    ]
    switch request.claims {
    case .none:
      notes.append(
        "No preference is claimed: goods of partners in agreements pay the general rate.")
    case .observed2024:
      notes.append(
        "Claims: published shares of \(weights.year) by code for "
          + claimed.observedOrigins.joined(separator: ", ")
          + "; inferred from the duty still collected for "
          + claimed.inferredOrigins.joined(separator: ", ")
          + ". What importers claimed later is not in them.")
    }
    if !vintage.assumed.isEmpty {
      notes.append("Assumed as asked: " + vintage.assumed.joined(separator: ", ") + ".")
    }
    if let note = weights.note { notes.append(note) }
    return notes
  }
}
