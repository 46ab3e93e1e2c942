import LawFiles
import TariffLaw

extension Fields {
  /// A list of two-letter codes.
  func countries(_ key: String, problems: inout [LawError]) -> [CountryCode] {
    texts(key, problems: &problems).compactMap { text in
      let code = CountryCode(text)
      if code == nil {
        problems.append(problem(key, "'\(text)' is not a two-letter country code"))
      }
      return code
    }
  }

  /// A two-letter code that must be there.
  func requiredCountry(_ key: String, problems: inout [LawError]) -> CountryCode? {
    let text = requiredText(key, problems: &problems)
    let code = CountryCode(text)
    if code == nil, !text.isEmpty {
      problems.append(problem(key, "'\(text)' is not a two-letter country code"))
    }
    return code
  }
}
