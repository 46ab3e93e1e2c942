/// Kleene's three values: a condition on a fact that is not stated is unknown.
enum Truth {
  case no
  case unknown
  case yes

  static func && (a: Truth, b: Truth) -> Truth {
    if a == .no || b == .no { return .no }
    return a == .unknown || b == .unknown ? .unknown : .yes
  }

  static func || (a: Truth, b: Truth) -> Truth {
    if a == .yes || b == .yes { return .yes }
    return a == .unknown || b == .unknown ? .unknown : .no
  }

  static prefix func ! (a: Truth) -> Truth {
    switch a {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}
