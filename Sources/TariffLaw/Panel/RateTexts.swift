/// The texts of the columns of a set of lines, with equal ones numbered alike from zero.
struct RateTexts {
  /// By position of the line.
  let number: [Int]
  let count: Int

  /// Which columns count: with nothing claimed a line is its general rate, and for some origins its
  /// column 2 or a preference.
  enum Columns {
    case none
    case general
    case other
    case all
  }

  init(_ keys: [LineKey], _ columns: Columns) {
    var numbers: [[Int]: Int] = [:]
    number = keys.map { key in
      let texts: [Int] =
        switch columns {
        case .none: []
        case .general: [key.general]
        case .other: [key.other]
        case .all: [key.general, key.other, key.special, key.excluded]
        }
      if let known = numbers[texts] { return known }
      numbers[texts] = numbers.count
      return numbers.count - 1
    }
    count = numbers.count
  }
}
