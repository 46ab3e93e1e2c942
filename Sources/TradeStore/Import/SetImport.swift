import TariffLaw
public import TradeData

extension TradeStore {
  /// Imports files as one set, or not at all.
  ///
  /// Files already staged by an import that was interrupted are not read again.
  ///
  /// - Returns: the set as it stands in the store, and what was done.
  /// - Throws: ``ImportError`` when the files need mending, after which the store is as it was;
  ///   ``StoreError`` when the store cannot be used.
  public func importSet(
    _ request: ImportRequest, progress: @escaping (ImportProgress) -> Void = { _ in }
  ) throws -> (set: ImportedSet, outcome: ImportOutcome) {
    let job = SetImport(store: self, request: request, progress: progress)
    return try job.run()
  }
}

/// The course of one import.
struct SetImport {
  /// A file of the set.
  struct Part {
    let path: String
    let file: String
    let sha256: String
    let bytes: Int
    /// What the manifest says of it.
    let expected: PartManifest.Entry?
  }

  let store: TradeStore
  let request: ImportRequest
  let progress: (ImportProgress) -> Void

  func run() throws -> (set: ImportedSet, outcome: ImportOutcome) {
    try checkName()
    let manifest = try request.manifest.map {
      path throws(ImportError) in try PartManifest(path: path, limits: request.limits)
    }
    let map = try request.map.map {
      path throws(ImportError) in try ImportMap(path: path, limits: request.limits)
    }
    let parts = try hashed(files(manifest), manifest)
    let hash = contentHash(parts, map)
    if let outcome = try known(hash) { return outcome }
    let stage = StagedSet(store: store, name: request.name)
    try stage.prepare(
      settings: "year=\(request.year.map { "\($0)" } ?? "-") monthly=\(request.monthly)",
      keeping: parts.map(\.sha256))
    do {
      try read(parts, into: stage)
      let unused = try stage.complete(
        parts: parts, sha256: hash, year: request.year, map: map,
        progress: {
          progress(
            ImportProgress(
              step: .matching, file: request.name, part: parts.count, parts: parts.count, bytes: 0,
              size: nil))
        })
      guard let set = try store.set(request.name) else {
        throw StoreError("\(store.path): another process removed '\(request.name)'")
      }
      return (set, .imported(unusedMap: unused))
    } catch let error as ImportError {
      // Files that need mending leave nothing behind.
      try stage.discard()
      throw error
    }
  }

  private func checkName() throws(ImportError) {
    let name = request.name
    guard !name.isEmpty, name.utf8.count <= 64, name.allSatisfy(ImportRequest.isAllowed) else {
      throw ImportError(
        "'\(Printable.text(name))' is no name for a set; use at most 64 lower-case letters, digits,"
          + " '.', '_' and '-' (--name)")
    }
    if let year = request.year, !(1989...2199).contains(year) {
      throw ImportError("--year: \(year) is not a year of the Harmonized System; write it as 2024")
    }
  }

  /// The paths, in the order of the manifest where there is one.
  private func files(
    _ manifest: PartManifest?
  ) throws(ImportError) -> [(path: String, expected: PartManifest.Entry?)] {
    guard let manifest else {
      guard !request.files.isEmpty else { throw ImportError("no files are named") }
      guard request.files.count <= request.limits.parts else {
        throw ImportError("more than \(request.limits.parts) files are named")
      }
      return request.files.map { ($0, nil) }
    }
    guard !request.files.isEmpty else { return manifest.entries.map { ($0.path, $0) } }
    var given = request.files
    var found: [(path: String, expected: PartManifest.Entry?)] = []
    for entry in manifest.entries {
      let name = PartSource.name(of: entry.path)
      guard let place = given.firstIndex(where: { PartSource.name(of: $0) == name }) else {
        throw ImportError(
          "part '\(Printable.text(entry.file))' is missing; name it too", file: manifest.name,
          line: entry.line, column: "file")
      }
      found.append((given.remove(at: place), entry))
    }
    if let more = given.first {
      throw ImportError(
        "is not listed in \(manifest.name), or is named twice; leave it out or list it",
        file: PartSource.name(of: more))
    }
    return found
  }

  private func hashed(
    _ files: [(path: String, expected: PartManifest.Entry?)], _ manifest: PartManifest?
  ) throws(ImportError) -> [Part] {
    var parts: [Part] = []
    for (place, (path, expected)) in files.enumerated() {
      let file = PartSource.name(of: path)
      let (hash, bytes): (String, Int)
      do throws(ImportError) {
        (hash, bytes) = try PartSource.hash(path: path) { done in
          report(.hashing, file, place, files.count, done)
        }
      } catch {
        guard let expected, let manifest else { throw error }
        throw ImportError(
          "part '\(Printable.text(expected.file))' is missing: \(error.message)",
          file: manifest.name, line: expected.line, column: "file")
      }
      if let expected, let manifest, expected.sha256 != hash {
        throw ImportError(
          "its SHA-256 is \(hash), \(manifest.name) line \(expected.line) says"
            + " \(expected.sha256); fetch the file again", file: file)
      }
      if let twin = parts.first(where: { $0.sha256 == hash }) {
        throw ImportError(
          "has the same content as \(twin.file); remove the repeated part", file: file)
      }
      parts.append(
        Part(path: path, file: file, sha256: hash, bytes: bytes, expected: expected))
    }
    return parts
  }

  /// The identity of the set: its files in any order, the map, and the choices.
  private func contentHash(_ parts: [Part], _ map: ImportMap?) -> String {
    var hash = ContentHash()
    for part in parts.map(\.sha256).sorted() { hash.update(part + "\n") }
    hash.update("map \(map?.sha256 ?? "-")\n")
    hash.update("year \(request.year.map { "\($0)" } ?? "-") monthly \(request.monthly)\n")
    return hash.finish()
  }

  private func known(_ hash: String) throws -> (set: ImportedSet, outcome: ImportOutcome)? {
    let sets = try store.sets()
    if let same = sets.first(where: { $0.sha256 == hash }) {
      guard same.name == request.name else {
        throw ImportError(
          "these files are already in the store as '\(same.name)'; use \(same.baseline)")
      }
      return (same, .alreadyThere)
    }
    guard !sets.contains(where: { $0.name == request.name }) else {
      throw ImportError(
        "the store has another set '\(request.name)'; choose a --name, or remove it first with"
          + " 'tarifa data remove \(request.name)'")
    }
    return nil
  }

  private func read(_ parts: [Part], into stage: StagedSet) throws {
    let choices = PartReader.Choices(year: request.year, monthly: request.monthly)
    let staged = try stage.parts()
    for (place, part) in parts.enumerated() {
      var rows = staged[part.sha256]?.rows
      if rows == nil {
        let sum = try PartReader.read(
          path: part.path, sha256: part.sha256, choices: choices, limits: request.limits
        ) { report(.reading, part.file, place, parts.count, $0, of: part.bytes) }
        try stage.add(part, sum)
        rows = sum.rows
      }
      if let expected = part.expected, let rows, rows != expected.rows {
        throw ImportError(
          "has \(rows) records, the manifest says \(expected.rows) (line \(expected.line)); fetch"
            + " the file again", file: part.file)
      }
    }
  }

  private func report(
    _ step: ImportProgress.Step, _ file: String, _ place: Int, _ count: Int, _ bytes: Int,
    of size: Int? = nil
  ) {
    progress(
      ImportProgress(
        step: step, file: file, part: place + 1, parts: count, bytes: bytes, size: size))
  }
}
