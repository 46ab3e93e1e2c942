import TariffLaw

/// How codes of goods are written for people.
enum CodeWords {
  /// With the customary dots; as it stands where it is no code.
  static func dotted(_ text: String) -> String {
    guard let code = try? HTSCode(text) else { return text }
    return code.description
  }
}
