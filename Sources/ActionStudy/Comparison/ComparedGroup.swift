/// What two actions come to in a group of goods.
public struct ComparedGroup: Sendable {
  /// Sums of one action, dollars a year.
  public struct Sums: Hashable, Sendable {
    /// Rate lines with covered imports in the group. A line that lies in several sectors counts in
    /// each.
    public internal(set) var lines = 0
    public internal(set) var imports = 0.0
    /// On unchanged imports.
    public internal(set) var duty = 0.0
    /// With the central assumptions; `nil` where the groups are not those of the model.
    public internal(set) var buyersLoss: Double?
  }

  public let key: String
  /// Empty where it has none.
  public let title: String
  public internal(set) var a = Sums()
  public internal(set) var b = Sums()

  /// B less A.
  public var difference: Sums {
    var found = Sums(
      lines: b.lines - a.lines, imports: b.imports - a.imports, duty: b.duty - a.duty)
    if let a = a.buyersLoss, let b = b.buyersLoss { found.buyersLoss = b - a }
    return found
  }
}
