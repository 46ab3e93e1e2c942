package import LawFiles
import TabularText
import TariffLaw

/// Reads promises of purchases, with their table of goods.
package struct PurchaseReader {
  package let file: String
  /// The bytes of a file beside it; `nil` when it is not there.
  private let beside: (String) throws -> [UInt8]?

  package init(file: String, beside: @escaping (String) throws -> [UInt8]?) {
    self.file = file
    self.beside = beside
  }

  static let keys = [
    "id", "title", "buyer", "seller", "goods", "above", "promises", "citation", "leaves-out",
    "notes",
  ]

  /// - Throws: ``LawErrors`` with everything that is wrong in the files.
  package func promise(_ bytes: [UInt8]) throws(LawErrors) -> PurchasePromise {
    let node = try YAMLText.node(bytes, file: file)
    var problems: [LawError] = []
    guard
      let fields = Fields(
        node, file: file, known: Self.keys, what: "a promise of purchases", problems: &problems)
    else { throw LawErrors(problems) }
    let buyer = fields.requiredCountry("buyer", problems: &problems)
    let seller = fields.requiredCountry("seller", problems: &problems)
    let goods = goods(fields, &problems)
    let known = Set(goods.map(\.category))
    let amounts = fields.list("promises", problems: &problems).compactMap { node in
      Fields(
        node, file: file, known: ["year", "category", "amount"], what: "a promise",
        problems: &problems
      ).flatMap { amount($0, known, &problems) }
    }
    if amounts.isEmpty {
      problems.append(fields.problem("promises", "give at least one year, category and amount"))
    }
    let above = year("above", fields, &problems)
    let id = fields.requiredText("id", problems: &problems)
    let title = fields.requiredText("title", problems: &problems)
    let citation = fields.requiredText("citation", problems: &problems)
    let leavesOut = fields.requiredText("leaves-out", problems: &problems)
    let notes = fields.text("notes", problems: &problems)
    guard problems.isEmpty, let buyer, let seller, let above else { throw LawErrors(problems) }
    return PurchasePromise(
      id: id, title: title, buyer: buyer, seller: seller, goods: goods, above: above,
      amounts: amounts, citation: citation, leavesOut: leavesOut, notes: notes)
  }

  private func year(_ key: String, _ fields: Fields, _ problems: inout [LawError]) -> Int? {
    let text = fields.requiredText(key, problems: &problems)
    let year = Int(text)
    if year == nil, !text.isEmpty {
      problems.append(fields.problem(key, "'\(text)' is not a year, such as 2017"))
    }
    return year
  }

  private func amount(
    _ fields: Fields, _ known: Set<String>, _ problems: inout [LawError]
  ) -> PurchasePromise.Amount? {
    let category = fields.requiredText("category", problems: &problems)
    if !known.contains(category) {
      problems.append(
        fields.problem(
          "category",
          "the table of goods has no '\(category)'; it has "
            + known.sorted().joined(separator: ", ")))
    }
    let value = fields.number("amount", problems: &problems)
    if value == nil { problems.append(fields.problem("amount", "give dollars a year")) }
    guard let year = year("year", fields, &problems), let value else { return nil }
    return PurchasePromise.Amount(year: year, category: category, value: value)
  }

  private func goods(
    _ fields: Fields, _ problems: inout [LawError]
  ) -> [PurchasePromise.Goods] {
    let name = fields.requiredText("goods", problems: &problems)
    guard !name.isEmpty else { return [] }
    do {
      guard let bytes = try beside(name) else {
        problems.append(fields.problem("goods", "there is no file '\(name)' beside this one"))
        return []
      }
      let table = try CSVTable(bytes)
      let code = try table.column("code")
      let category = try table.column("category")
      var goods: [PurchasePromise.Goods] = []
      for record in table.records {
        guard let hts = try? HTSCode(record.fields.field(code)) else {
          problems.append(
            LawError(
              file: name, line: record.line, column: code + 1, field: "code",
              message: "'\(record.fields.field(code))' is not a code of 2 to 10 digits"))
          continue
        }
        goods.append(
          PurchasePromise.Goods(code: hts, category: record.fields.field(category)))
      }
      return goods
    } catch {
      problems.append(fields.problem("goods", "\(name): \(error)"))
      return []
    }
  }
}
