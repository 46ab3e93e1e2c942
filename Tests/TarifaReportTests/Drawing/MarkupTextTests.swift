import TarifaReport
import Testing

struct MarkupTextTests {
  @Test func textIsEscaped() {
    var text = MarkupText()
    text.begin("g", [("id", "a\"<&>\u{1}")])
    text.add("text", text: "<&>\u{0}")
    text.end()
    #expect(text.text == "<g id=\"a&quot;&lt;&amp;&gt;\">\n  <text>&lt;&amp;&gt;</text>\n</g>\n")
  }

  @Test(arguments: [
    (0.0, "0"), (1, "1"), (1.5, "1.5"), (-2.25, "-2.25"), (0.05, "0.05"), (3.999, "4"),
    (-0.004, "0"), (12.1, "12.1"), (.nan, "0"), (.infinity, "0"), (1e300, "0"),
  ])
  func coordinatesAreShort(value: Double, text: String) {
    #expect(MarkupText.number(value) == text)
  }
}
