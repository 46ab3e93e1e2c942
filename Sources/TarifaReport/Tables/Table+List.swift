package import JSONText

extension Table {
  /// A column that is read from each item of a list.
  package struct Field {
    let title: String
    /// The names that lead to it, one inside the other.
    let path: [String]
    let unit: Unit?

    package init(_ title: String, _ path: String..., unit: Unit? = nil) {
      self.title = title
      self.path = path
      self.unit = unit
    }
  }

  /// The items of a list as rows; what an item lacks is missing.
  ///
  /// - Throws: ``JSONShapeError`` when it is no list.
  package init(_ name: String, of list: JSONPlace, _ fields: [Field]) throws(JSONShapeError) {
    self.init(
      name, fields.map { Column($0.title, $0.unit) },
      try list.items().map { item in
        fields.map { field in
          Cell(field.path.reduce(Optional(item.value)) { value, name in value?[name] })
        }
      })
  }
}
