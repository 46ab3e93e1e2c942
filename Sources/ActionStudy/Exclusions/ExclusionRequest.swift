/// A request to take goods out of an action.
public struct ExclusionRequest: Hashable, Sendable {
  public let id: String
  /// As it was written, so that an answer can repeat it.
  public let hts: String
  /// `nil` for every origin that the action covers.
  public let origin: String?
  /// The share of the code's imports that the words of the request take in; `nil` for all of them.
  public let share: String?

  public init(id: String, hts: String, origin: String? = nil, share: String? = nil) {
    self.id = id
    self.hts = hts
    self.origin = origin
    self.share = share
  }
}
