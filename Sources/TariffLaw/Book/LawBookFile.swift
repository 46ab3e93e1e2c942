import Synchronization

/// Everything an answer is made of in one file, to be mapped into memory and shared between processes: the
/// law of importers, the editions of their schedules, the countries, and how subheadings were renumbered.
///
/// An ``Archive`` with the sections `law/IMPORTER` (``Regime/encoded``), `schedule/IMPORTER` (the archive of
/// a ``Schedule``; importers without one share `schedule`), `countries` (two bytes each, as in `CN`), and
/// `conversions` (for each pair of subheadings two packed codes of eight bytes and a grade of one).
public struct LawBookFile: Sendable {
  private let archive: Archive
  private let countries: Set<CountryCode>
  private let conversions: KeptConversions

  /// The importers whose law is held, in the order of the file.
  public let importers: [String]

  /// - Parameter bytes: borrowed, not copied.
  /// - Throws: ``ArchiveError`` when they are no such file or damaged.
  public init(_ bytes: Bytes) throws(ArchiveError) {
    archive = try Archive(bytes)
    importers = archive.names.compactMap { name in
      name.hasPrefix(Self.law) ? String(name.dropFirst(Self.law.count)) : nil
    }
    let letters = try archive.section(Self.countriesName).array
    guard !importers.isEmpty, letters.count.isMultiple(of: 2) else {
      throw .damaged("no importer, or half a country")
    }
    var countries: Set<CountryCode> = []
    for position in stride(from: 0, to: letters.count, by: 2) {
      guard let code = CountryCode(letters: letters[position], letters[position + 1]) else {
        throw .damaged("country \(position / 2)")
      }
      countries.insert(code)
    }
    self.countries = countries
    conversions = KeptConversions(archive)
  }

  /// The law of an importer with its schedule.
  ///
  /// - Throws: ``ArchiveError/missingSection(_:)`` when the importer is not held.
  public func book(of importer: String) throws(ArchiveError) -> LawBook {
    let regime = try Regime(decoding: archive.section(Self.law + importer))
    let own = Self.schedule + importer
    let schedule = try Schedule(
      Archive(archive.section(archive.contains(own) ? own : Self.sharedSchedule)))
    let conversions = conversions
    return LawBook(
      regime: regime, schedule: schedule, countries: countries,
      conversions: { () throws(ArchiveError) in try conversions.pairs() })
  }

  /// The conversions, read once, when first asked for.
  private final class KeptConversions: Sendable {
    private let archive: Archive
    private let known: Mutex<SubheadingConversions?> = Mutex(nil)

    init(_ archive: Archive) { self.archive = archive }

    func pairs() throws(ArchiveError) -> SubheadingConversions {
      try known.withLock { known throws(ArchiveError) in
        if let known { return known }
        let read = try read()
        known = read
        return read
      }
    }

    private func read() throws(ArchiveError) -> SubheadingConversions {
      var reader = ByteReader(try archive.section(conversionsName))
      var pairs: [SubheadingConversions.Pair] = []
      while !reader.isAtEnd {
        let earlier: UInt64 = try reader.integer()
        let later: UInt64 = try reader.integer()
        let grade: UInt8 = try reader.integer()
        guard let earlier = HTSCode(raw: earlier), let later = HTSCode(raw: later),
          let grade = SubheadingConversions.Grade(rawValue: Int(grade))
        else { throw .damaged("conversion \(pairs.count)") }
        pairs.append(SubheadingConversions.Pair(earlier: earlier, later: later, grade: grade))
      }
      return SubheadingConversions(pairs)
    }
  }

  // MARK: Writing

  /// The bytes of a file; the same parts give the same bytes.
  ///
  /// - Parameters:
  ///   - laws: by importer; with its own schedule, where it does not share the common one.
  ///   - schedule: the archive of the common ``Schedule``.
  public static func bytes(
    laws: [(regime: Regime, schedule: [UInt8]?)], schedule: [UInt8], countries: Set<CountryCode>,
    conversions: SubheadingConversions
  ) -> [UInt8] {
    var writer = ArchiveWriter()
    for law in laws {
      writer.add(Self.law + law.regime.importer, law.regime.encoded)
      if let own = law.schedule { writer.add(Self.schedule + law.regime.importer, own) }
    }
    writer.add(sharedSchedule, schedule)
    writer.add(countriesName, countries.sorted().flatMap { Array($0.text.utf8) })
    var table = ByteWriter()
    for pair in conversions.pairs {
      table.append(pair.earlier.raw)
      table.append(pair.later.raw)
      table.append(UInt8(pair.grade.rawValue))
    }
    writer.add(conversionsName, table.bytes)
    return writer.finish()
  }

  private static let law = "law/"
  private static let schedule = "schedule/"
  private static let sharedSchedule = "schedule"
  private static let countriesName = "countries"
  fileprivate static let conversionsName = "conversions"
}
