public import TariffLaw

/// The law and schedules that are part of the executable.
public enum ShippedLaw {
  /// The importers whose law is shipped.
  public static func importers() throws(ArchiveError) -> [String] {
    try ShippedFiles.archive("law.tarifa").names
  }

  /// - Throws: ``ArchiveError/missingSection(_:)`` when the importer is not shipped.
  public static func regime(_ importer: String) throws(ArchiveError) -> Regime {
    try Regime(decoding: ShippedFiles.archive("law.tarifa").section(importer))
  }

  /// The editions of the importer's schedule.
  public static func schedule() throws(ArchiveError) -> Schedule {
    try Schedule(ShippedFiles.archive("schedule.tarifa"))
  }
}
