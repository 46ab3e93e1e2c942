import TariffLaw

/// How codes of goods are written for people.
package enum CodeWords {
  /// With the customary dots; as it stands where it is no code.
  package static func dotted(_ text: String) -> String {
    guard let code = try? HTSCode(text) else { return text }
    return code.description
  }
}
