public import TariffLaw

extension ImportBaseline {
  /// Why columns are no baseline.
  public enum ColumnsError: Error, Hashable, Sendable {
    case lengthsDiffer
    /// The position of the cell.
    case noSuchOrigin(Int)
    case notAnAmount(Int)
  }

  /// A baseline from columns, in any order: cells are sorted by code, then origin.
  ///
  /// - Parameters:
  ///   - codes: one a cell: rate lines or statistical codes.
  ///   - origin: the position in `origins` of each cell.
  ///   - value: customs value, dollars a year; not negative.
  ///   - duty: calculated duty, dollars a year; not negative.
  /// - Throws: ``ColumnsError`` when the columns do not fit together.
  public static func checked(
    id: String, year: Int, origins: [Origin], codes: [HTSCode], origin: [Int], value: [Double],
    duty: [Double], provenance: [Provenance]
  ) throws(ColumnsError) -> ImportBaseline {
    guard origin.count == codes.count, value.count == codes.count, duty.count == codes.count,
      provenance.count == codes.count
    else { throw .lengthsDiffer }
    for cell in codes.indices {
      guard origins.indices.contains(origin[cell]) else { throw .noSuchOrigin(cell) }
      guard value[cell].isFinite, value[cell] >= 0, duty[cell].isFinite, duty[cell] >= 0 else {
        throw .notAnAmount(cell)
      }
    }
    let order = codes.indices.sorted { (codes[$0], origin[$0], $0) < (codes[$1], origin[$1], $1) }
    return ImportBaseline(
      id: id, year: year, origins: origins, codes: order.map { codes[$0] },
      origin: order.map { origin[$0] }, value: order.map { value[$0] },
      duty: order.map { duty[$0] }, provenance: order.map { provenance[$0] })
  }
}
