public import TariffLaw

/// The law and schedules that are part of the executable.
public enum ShippedLaw {
  /// The importers whose law is shipped.
  public static func importers() throws(ArchiveError) -> [String] {
    try ShippedFiles.archive("law.tarifa").names.filter { !$0.contains("/") }
  }

  /// - Throws: ``ArchiveError/missingSection(_:)`` when the importer is not shipped.
  public static func regime(_ importer: String) throws(ArchiveError) -> Regime {
    try Regime(decoding: ShippedFiles.archive("law.tarifa").section(importer))
  }

  /// The editions of an importer's schedule: its own where it is shipped with its law, else the one
  /// compiled from official editions.
  public static func schedule(of importer: String? = nil) throws(ArchiveError) -> Schedule {
    let law = try ShippedFiles.archive("law.tarifa")
    if let importer, law.contains(Schedule.section(of: importer)) {
      return try Schedule(Archive(law.section(Schedule.section(of: importer))))
    }
    return try Schedule(ShippedFiles.archive("schedule.tarifa"))
  }
}
