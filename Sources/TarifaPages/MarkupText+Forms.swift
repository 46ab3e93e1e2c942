import TarifaReport

extension MarkupText {
  /// A labelled field. Its id is its name, which is once on a page, or has the form's name before it.
  mutating func add(_ field: PageField, id prefix: String = "") {
    let id = prefix + field.name
    begin("div", [("class", field.isWide ? "field wide" : "field")])
    add("label", [("for", id)], text: field.label)
    var attributes = [("id", id), ("name", field.name)]
    if !field.hint.isEmpty { attributes.append(("aria-describedby", id + "-hint")) }
    if !field.choices.isEmpty {
      begin("select", attributes + field.more)
      for choice in field.choices {
        let chosen = choice.value == field.value ? [("selected", "")] : []
        add("option", [("value", choice.value)] + chosen, text: choice.words)
      }
      end()
    } else if field.isLong {
      addVerbatim("textarea", attributes + field.more, text: field.value)
    } else {
      add("input", attributes + [("type", field.type), ("value", field.value)] + field.more)
    }
    if !field.hint.isEmpty {
      add("span", [("class", "hint"), ("id", id + "-hint")], text: field.hint)
    }
    end()
  }

  mutating func addHidden(_ name: String, _ value: String) {
    add("input", [("type", "hidden"), ("name", name), ("value", value)])
  }

  /// The button of a form, and a place that says how long work takes.
  mutating func addButton(_ words: String, isQuiet: Bool = false) {
    begin("div", [("class", "actions")])
    add("button", isQuiet ? [("class", "quiet")] : [], text: words)
    add("p", [("class", "says soft"), ("role", "status")], text: "")
    end()
  }

  mutating func addLink(_ words: String, to address: String, _ more: [Attribute] = []) {
    add("a", [("href", address)] + more, text: words)
  }

  /// A table with its title as caption.
  mutating func add(_ table: Table, most: Int, caption: String? = nil) {
    begin(
      "div",
      [("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", table.name)])
    begin("table")
    add("caption", text: caption ?? table.name)
    begin("thead")
    begin("tr")
    for column in table.columns {
      add("th", [("scope", "col")] + Self.kind(column), text: column.title)
    }
    end()
    end()
    begin("tbody")
    for row in table.rows.prefix(most) {
      begin("tr")
      for (column, cell) in zip(table.columns, row) {
        add("td", Self.kind(column), text: cell.words(column.unit))
      }
      end()
    }
    end()
    end()
    end()
  }

  private static func kind(_ column: Table.Column) -> [Attribute] {
    column.unit == nil ? [] : [("class", "number")]
  }
}
