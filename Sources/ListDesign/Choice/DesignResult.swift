/// What a brief comes to.
public enum DesignResult: Sendable {
  case chosen(Design)
  case impossible(DesignClash)
  case undecided(DesignUndecided)
}
