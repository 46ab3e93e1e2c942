/// Gives each part of the printed law a file name of its own.
struct PageNames {
  private var taken: Set<String> = [IndexPage.path, ListsPage.path, WordsPage.path]

  /// Small letters, digits and hyphens; a number follows where the name is taken.
  mutating func name(for text: String) -> String {
    var stem = ""
    for character in text.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        stem.append(character)
      } else if !stem.isEmpty, !stem.hasSuffix("-") {
        stem.append("-")
      }
    }
    if stem.hasSuffix("-") { stem.removeLast() }
    if stem.isEmpty { stem = "page" }
    var name = "\(stem).md"
    var number = 2
    // A file system may not tell README.md from readme.md.
    while taken.contains(where: { $0.lowercased() == name }) {
      name = "\(stem)-\(number).md"
      number += 1
    }
    taken.insert(name)
    return name
  }
}
