/// A field of a form, with its label and what helps to fill it in.
struct PageField: Sendable {
  /// A choice of a list: what is sent and what is read.
  typealias Choice = (value: String, words: String)

  let name: String
  let label: String
  var value = ""
  var hint = ""
  var type = "text"
  var choices: [Choice] = []
  /// Further attributes of the control: `required`, `inputmode`, `data-goods`.
  var more: [(name: String, value: String)] = []
  var isWide = false
  /// Several lines of text.
  var isLong = false
}
