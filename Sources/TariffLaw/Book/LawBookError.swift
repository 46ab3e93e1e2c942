/// A fault of the law or the data, not of the entry.
public enum LawBookError: Error, Hashable, Sendable {
  case data(ArchiveError)
  case law(StackingCycle)
}

extension LawBookError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .data(let error): "\(error)"
    case .law(let error): "\(error)"
    }
  }
}
