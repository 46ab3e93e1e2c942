/// Where labour can go.
public enum LabourMobility: String, CaseIterable, Sendable {
  /// Anywhere in its country: one wage a country.
  case mobile
  /// Nowhere, the short run: one wage a sector and country, employment fixed.
  case fixed
}
