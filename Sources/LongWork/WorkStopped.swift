/// Work ended before it had an answer, since nobody waits for one.
public struct WorkStopped: Error, Hashable, Sendable {
  public init() {}
}
