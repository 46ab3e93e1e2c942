import EmbeddedPages
import JSONText

/// A question to begin with, of `web/examples.json`.
package struct PageExample: Sendable {
  package let words: String
  package let address: String

  /// None where the file is damaged, which a test would tell.
  package static let all: [PageExample] = {
    let file = try? JSONValue(parsing: PageAsset.bytes(tarifa_page_examples()))
    return (file?.array ?? []).compactMap { example in
      guard let words = example["words"]?.string, let address = example["address"]?.string else {
        return nil
      }
      return PageExample(words: words, address: address)
    }
  }()
}
