import CXlsxWriter

extension WorkBook {
  /// The formats of a book, each made once.
  struct Formats {
    private let book: UnsafeMutablePointer<lxw_workbook>
    let head: UnsafeMutablePointer<lxw_format>?
    let wrapped: UnsafeMutablePointer<lxw_format>?
    private var numbers: [String: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
      self.book = book
      head = workbook_add_format(book)
      format_set_bold(head)
      format_set_text_wrap(head)
      wrapped = workbook_add_format(book)
      format_set_text_wrap(wrapped)
      format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }

    /// How numbers of a unit are shown; their values are those of the answer.
    mutating func of(_ unit: Unit?) -> UnsafeMutablePointer<lxw_format>? {
      let code =
        switch unit {
        case .dollars, .money: "#,##0.00"
        case .share, .points: "0.0000%"
        case .percent: "0.0000"
        case .count, .whole: "#,##0"
        case .plain, nil: "General"
        }
      if let made = numbers[code] { return made }
      guard let made = workbook_add_format(book) else { return nil }
      format_set_num_format(made, code)
      format_set_align(made, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      numbers[code] = made
      return made
    }

    /// What stands beside the title of a column.
    func words(_ unit: Unit) -> String? {
      switch unit {
      case .dollars, .money: "dollars"
      case .percent: "percent"
      case .points: "percentage points"
      case .count(let things): things
      case .share, .plain, .whole: nil
      }
    }
  }
}
