/// What a term does where it applies.
public enum Effect: Hashable, Sendable {
  /// It lays (or credits) a duty.
  case duty
  /// The article may not enter, as outside an absolute quota.
  case bars
  /// The article may enter only with a document, named here.
  case requires(String)
}
