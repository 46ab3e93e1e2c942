package import JSONText

extension Table {
  /// A column that is read from each item of a list.
  package struct Field {
    let title: String
    /// The names that lead to it, one inside the other.
    let path: [String]
    let unit: Unit?
    /// Whether it is a code of goods, to be written with its dots.
    let isCode: Bool

    package init(_ title: String, _ path: String..., unit: Unit? = nil) {
      self.init(title, path, unit: unit, isCode: false)
    }

    private init(_ title: String, _ path: [String], unit: Unit?, isCode: Bool) {
      self.title = title
      self.path = path
      self.unit = unit
      self.isCode = isCode
    }

    static func code(_ title: String, _ path: String...) -> Field {
      Field(title, path, unit: nil, isCode: true)
    }

    fileprivate func cell(_ item: JSONValue) -> Cell {
      let cell = Cell(path.reduce(Optional(item)) { value, name in value?[name] })
      guard isCode, case .text(let text) = cell else { return cell }
      return .text(CodeWords.dotted(text))
    }
  }

  /// The items of a list as rows; what an item lacks is missing.
  ///
  /// - Parameter isShown: whether an item has a row.
  /// - Throws: ``JSONShapeError`` when it is no list.
  package init(
    _ name: String, of list: JSONPlace, _ fields: [Field],
    where isShown: (JSONPlace) -> Bool = { _ in true }
  ) throws(JSONShapeError) {
    self.init(
      name, fields.map { Column($0.title, $0.unit) },
      try list.items().filter(isShown).map { item in fields.map { $0.cell(item.value) } })
  }
}
