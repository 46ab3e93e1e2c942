import TariffLaw

/// Compiles every edition of the catalogue into one archive and checks it by reading it back.
public struct ScheduleCompiler: Sendable {
  private let folder: RawFolder

  public init(folder: RawFolder) { self.folder = folder }

  /// What was compiled.
  public struct Output: Sendable {
    public let archive: [UInt8]
    public let coverage: ParserCoverage
    public let rows: Int
  }

  /// - Parameter catalogue: the bytes of the catalogue of editions.
  /// - Throws: ``RawFileError`` for a file that cannot be used or a table that does not survive
  ///   being read back.
  public func compile(catalogue: [UInt8]) throws(RawFileError) -> Output {
    var writer = ScheduleWriter()
    var coverage = ParserCoverage()
    var editions: [(edition: Edition, rows: [ScheduleRow])] = []
    for source in try EditionSource.catalogue(catalogue) {
      let reader = EditionReader(source: source)
      var rows = try reader.rows(folder.bytes(source.file))
      if let (chapter, file) = source.replacement {
        rows.removeAll { $0.code.chapter == chapter }
        rows += try reader.rows(folder.bytes(file)).filter { $0.code.chapter == chapter }
      }
      coverage.count(rows, in: source.edition)
      writer.add(source.edition, rows: rows)
      editions.append((source.edition, rows))
    }
    let archive = writer.finish()
    let count = try ScheduleCompiler.verify(archive, against: editions)
    return Output(archive: archive, coverage: coverage, rows: count)
  }

  /// Reads the archive back and compares every rate of every edition with what went in.
  private static func verify(
    _ archive: [UInt8], against editions: [(edition: Edition, rows: [ScheduleRow])]
  ) throws(RawFileError) -> Int {
    func fail(_ problem: String) -> RawFileError {
      RawFileError(file: "schedule archive", problem: "does not read back: \(problem)")
    }
    do {
      let schedule = try Schedule(Archive(Bytes(archive)))
      for (edition, rows) in editions {
        guard let index = schedule.editions.firstIndex(where: { $0.id == edition.id }) else {
          throw fail("edition \(edition.id) is missing")
        }
        var seen: Set<HTSCode> = []
        for row in rows where !row.general.isEmpty && seen.insert(row.code).inserted {
          guard let line = try schedule.line(for: row.code, in: index),
            line.general == DutyText(parsing: row.general),
            row.other.isEmpty || line.other == DutyText(parsing: row.other),
            line.special == (row.special.isEmpty ? .none : SpecialRates(parsing: row.special)),
            line.description == row.description
          else { throw fail("\(row.code) in \(edition.id)") }
        }
      }
      return schedule.rowCount
    } catch let error as RawFileError {
      throw error
    } catch {
      throw fail("\(error)")
    }
  }
}
