import Answers
public import TariffLaw

/// Which goods and origins, as text.
public struct RatesSelection: Hashable, Sendable {
  public var origins: [String] = []
  /// Codes of any length; all goods when empty.
  public var codes: [String] = []
  /// Codes of any length of a file; of all goods when `nil` and no codes are given.
  public var listed: [HTSCode]?

  public init() {}

  static let form: [FormField<RatesSelection>] = [
    .list("origin", \.origins, "Country of origin, two letters; may repeat."),
    .list("hts", \.codes, "A code of any length; may repeat."),
  ]

  func request() throws(Refusal) -> RatesRequest {
    var request = RatesRequest()
    for text in origins {
      guard let code = CountryCode(text) else {
        throw .mend(field: "origin", "'\(text)' is not a two-letter country code, as CN")
      }
      request.origins.append(code)
    }
    let texts = codes
    let given = try Refusal.mending { try texts.map { try HTSCode($0) } }
    if listed != nil || !given.isEmpty { request.goods = given + (listed ?? []) }
    return request
  }
}
