extension BarGroups {
  /// The same amounts of two answers side by side.
  ///
  /// - Parameters:
  ///   - names: what A and B are.
  ///   - rows: each with an amount of A and one of B.
  init(
    title: String, subtitle: String = "", names: (a: String, b: String), rows: [Row], unit: Unit
  ) {
    self.init(
      title: title, subtitle: subtitle,
      series: [
        .init(short: "A", name: "A: \(names.a)"), .init(short: "B", name: "B: \(names.b)"),
      ], rows: rows, unit: unit)
  }
}

extension BarGroups.Row {
  /// - Parameters:
  ///   - a: `nil` where A has none; so for B.
  init(_ label: String, a: Double?, b: Double?) { self.init(label, [a, b]) }
}
