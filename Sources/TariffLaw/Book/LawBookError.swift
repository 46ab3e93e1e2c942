/// A fault of the law or the data, not of the entry.
public enum LawBookError: Error, Hashable, Sendable {
  case data(ArchiveError)
  case law(StackingCycle)

  /// What an error met in the midst of pricing is a fault of.
  init(_ error: any Error) {
    switch error {
    case let error as ArchiveError: self = .data(error)
    case let error as StackingCycle: self = .law(error)
    default: self = .data(.damaged("\(error)"))
    }
  }
}

extension LawBookError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .data(let error): "\(error)"
    case .law(let error): "\(error)"
    }
  }
}
