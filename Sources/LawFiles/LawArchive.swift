import TariffLaw

/// The law of every importer in one archive: a section an importer, one for its schedule where that
/// stands beside its law, and the text of each procedure under its path.
public enum LawArchive {
  /// Compiles a folder and reads the result back.
  ///
  /// - Throws: ``LawErrors`` with everything that is wrong.
  public static func compile(_ folder: LawFolder) throws(LawErrors) -> [UInt8] {
    var writer = ArchiveWriter()
    for importer in try folder.importers() {
      let regime = try folder.regime(importer)
      let bytes = regime.encoded
      do {
        guard try Regime(decoding: Bytes(bytes)) == regime else {
          throw ArchiveError.damaged("the law changed")
        }
      } catch {
        throw LawErrors([
          LawError(file: importer, message: "the compiled law does not read back: \(error)")
        ])
      }
      writer.add(importer, bytes)
      if let schedule = try folder.scheduleBytes(importer) {
        writer.add(Schedule.section(of: importer), schedule)
      }
      for text in try folder.procedures(of: importer) { writer.add(text.file, text.bytes) }
    }
    return writer.finish()
  }
}
