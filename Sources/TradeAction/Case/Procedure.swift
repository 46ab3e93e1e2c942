/// The course a statute lays down for a kind of case.
public struct Procedure: Hashable, Sendable {
  /// A kind of case, as far as it changes the course.
  public struct Track: Hashable, Sendable {
    public let id: String
    public let title: String
  }

  /// The importer and the name of the file, as in `us/section-301`.
  public let id: String
  public let title: String
  public let citation: String
  public let tracks: [Track]
  /// In the order of the file.
  public let steps: [ProcedureStep]
  /// What the steps cannot say.
  public let notes: [String]

  public func step(_ id: String) -> ProcedureStep? { steps.first { $0.id == id } }

  /// Whether other steps run once for each labelled event of this one.
  public func isRoot(_ id: String) -> Bool { steps.contains { $0.per == id } }

  /// A chain of steps that wait for one another in a circle; `nil` when there is none.
  var cycle: [String]? {
    var finished: Set<String> = []
    for step in steps {
      var path: [String] = []
      if let found = cycle(from: step.id, &path, &finished) { return found }
    }
    return nil
  }

  private func cycle(
    from id: String, _ path: inout [String], _ finished: inout Set<String>
  ) -> [String]? {
    if let start = path.firstIndex(of: id) { return Array(path[start...]) + [id] }
    guard !finished.contains(id), let step = step(id) else { return nil }
    path.append(id)
    for next in step.triggers {
      if let found = cycle(from: next, &path, &finished) { return found }
    }
    path.removeLast()
    finished.insert(id)
    return nil
  }
}
