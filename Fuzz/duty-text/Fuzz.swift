import Finding
import TariffLaw

/// A text read as a rate of duty means the same each time it is read, printed, compiled or priced;
/// what is not understood stays as it was and is never free.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: input(start, count), as: UTF8.self)
  let duty = DutyText(parsing: text)
  hold(DutyText(parsing: duty.text) == duty, "'\(text)' reads \(duty), then otherwise")
  let special = SpecialRates(parsing: text)
  checkColumn(special)
  checkCompiling(text, duty, special)
  if let expression = duty.expression {
    checkNumbers(expression, text)
    checkPrinting(expression)
    checkPrice(duty, expression)
  } else {
    checkKept(text, duty)
    checkUnparsedPrice(duty)
  }
  return 0
}

/// Every number of the text is a number, not below zero, and no part takes the value of the entry for
/// a percentage of itself.
private func checkNumbers(_ expression: DutyExpression, _ text: String) {
  for part in expression.parts {
    let numbers: [Fraction]
    switch part {
    case .adValorem(let rate, of: let base):
      numbers = [rate]
      if case .component(let name) = base {
        hold(!name.isEmpty && name != "value", "'\(name)' of '\(text)'")
      }
    case .specific(let duty): numbers = [duty.amount]
    case .byDegree(let duty): numbers = [duty.amount, duty.step, duty.reference, duty.floor]
    }
    hold(
      numbers.allSatisfy { $0.isDefined && !$0.isNegative && $0.doubleValue.isFinite },
      "\(numbers) in '\(text)'")
  }
}

/// Printed plainly from its structure, in dollars and in cents, a duty reads as it was.
private func checkPrinting(_ expression: DutyExpression) {
  for money in [Money.dollars, .cents] {
    guard let printed = printed(expression, in: money) else { continue }
    let again = DutyText(parsing: printed)
    hold(again.expression == expression, "\(expression) prints '\(printed)', which reads \(again)")
  }
}

/// A text that is not understood keeps its words; only its spaces and its sign for cents change, and
/// a footnote at its end falls away.
private func checkKept(_ text: String, _ duty: DutyText) {
  let words = text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map(String.init)
  let bytes = Array(text.lowercased().utf8)
  let isPlain = !["cents", "¢", "-", "m2of", "/"].contains { bytes.contains($0.utf8) }
  if isPlain {
    hold(duty.text == words.joined(separator: " "), "'\(text)' is kept as '\(duty.text)'")
  }
  if let first = words.first, !first.hasSuffix("/") {
    hold(!duty.text.isEmpty, "'\(text)' is gone")
  }
}

/// A column of preferential rates prints and reads back, and loses no indicator.
private func checkColumn(_ special: SpecialRates) {
  let printed = special.groups.map { group in
    group.rate.text
      + (group.indicators.isEmpty ? "" : "(" + group.indicators.joined(separator: ",") + ")")
  }
  .joined()
  let again = SpecialRates(parsing: printed)
  hold(again == special, "\(special) prints '\(printed)', which reads \(again)")
}

/// A schedule gives back the rates of its row.
private func checkCompiling(_ text: String, _ duty: DutyText, _ special: SpecialRates) {
  do {
    let code = try HTSCode("01012100")
    var writer = ScheduleWriter()
    writer.add(
      Edition(id: "e", title: "e", from: Sample.day, published: nil, holdsSuffixes: false),
      rows: [ScheduleRow(code: code, description: "", general: text, special: text, other: "Free")])
    let schedule = try Schedule(Archive(Bytes(writer.finish())))
    let line = try schedule.line(for: code, in: 0)
    hold(line?.special == special, "'\(text)' compiles to \(String(describing: line?.special))")
    guard !text.isEmpty else { return }
    hold(line?.general == duty, "'\(text)' compiles to \(String(describing: line?.general))")
  } catch {
    hold(false, "'\(text)' does not compile: \(error)")
  }
}

/// The engine's price is the sum of the parts, and is no less where there is more of the goods.
private func checkPrice(_ duty: DutyText, _ expression: DutyExpression) {
  let small = Sample(value: 1000, units: 3)
  let large = Sample(value: 2000, units: 6)
  guard let low = small.price(duty), let high = large.price(duty) else {
    hold(false, "\(duty) has no price")
    return
  }
  for (sample, price) in [(small, low), (large, high)] {
    let expected = sample.expected(expression)
    hold(expected.isFinite, "\(duty) comes to \(expected)")
    hold(price.isDefined, "\(duty) has the price \(price), not \(expected)")
    let slip = abs(price.doubleValue - expected)
    hold(slip <= 0.0051 + expected * 1e-9, "\(duty) costs \(price), not \(expected)")
  }
  hold(low <= high, "\(duty) costs \(low), and \(high) on more")
}

private func checkUnparsedPrice(_ duty: DutyText) {
  let sample = Sample(value: 1000, units: 3)
  hold(sample.status(duty) == .unparsed, "\(duty) is \(String(describing: sample.status(duty)))")
  hold(sample.price(duty) == nil, "\(duty) costs \(String(describing: sample.price(duty)))")
}
