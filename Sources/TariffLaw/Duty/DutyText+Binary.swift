extension DutyText {
  /// The compiled form: the text, then the structure where there is one.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    encode(into: &writer)
    return writer.bytes
  }

  func encode(into writer: inout ByteWriter) {
    writer.append(text: text)
    guard let expression else {
      writer.append(UInt8(0))
      return
    }
    writer.append(UInt8(1))
    writer.append(UInt8(expression.condition == nil ? 0 : 1))
    if let condition = expression.condition { writer.append(text: condition) }
    writer.append(varint: UInt64(expression.parts.count))
    for part in expression.parts { part.encode(into: &writer) }
  }

  /// An empty item is a text that is not there: unparsed, never free.
  init(decoding bytes: Bytes) throws(ArchiveError) {
    guard bytes.count > 0 else {
      self = .unparsed(text: "")
      return
    }
    var reader = ByteReader(bytes)
    try self.init(from: &reader)
  }

  init(from reader: inout ByteReader) throws(ArchiveError) {
    let text = try reader.text()
    guard try reader.integer(UInt8.self) == 1 else {
      self = .unparsed(text: text)
      return
    }
    let condition = try reader.integer(UInt8.self) == 1 ? try reader.text() : nil
    let count = try reader.count()
    var parts: [DutyExpression.Part] = []
    for _ in 0..<count { parts.append(try DutyExpression.Part(from: &reader)) }
    self = .parsed(DutyExpression(parts: parts, condition: condition), text: text)
  }
}

extension DutyExpression.Part {
  fileprivate func encode(into writer: inout ByteWriter) {
    switch self {
    case .adValorem(let rate, of: .value):
      writer.append(UInt8(0))
      rate.encode(into: &writer)
    case .adValorem(let rate, of: .component(let name)):
      writer.append(UInt8(1))
      rate.encode(into: &writer)
      writer.append(text: name)
    case .specific(let duty):
      writer.append(UInt8(2))
      duty.amount.encode(into: &writer)
      writer.append(text: duty.unit.name)
      writer.append(text: duty.measured ?? "")
      writer.append(varint: UInt64(duty.freeUnits))
    case .byDegree(let duty):
      writer.append(UInt8(3))
      for number in [duty.amount, duty.step, duty.reference, duty.floor] {
        number.encode(into: &writer)
      }
      writer.append(text: duty.unit.name)
    }
  }

  fileprivate init(from reader: inout ByteReader) throws(ArchiveError) {
    switch try reader.integer(UInt8.self) {
    case 0: self = .adValorem(try Fraction(from: &reader), of: .value)
    case 1:
      let rate = try Fraction(from: &reader)
      self = .adValorem(rate, of: .component(try reader.text()))
    case 2:
      let amount = try Fraction(from: &reader)
      let unit = QuantityUnit(name: try reader.text())
      let measured = try reader.text()
      let free = try reader.varint()
      guard free < 1000 else { throw .damaged("free units") }
      self = .specific(
        SpecificDuty(
          amount: amount, unit: unit, measured: measured.isEmpty ? nil : measured,
          freeUnits: Int(free)))
    case 3:
      let amount = try Fraction(from: &reader)
      let step = try Fraction(from: &reader)
      let reference = try Fraction(from: &reader)
      let floor = try Fraction(from: &reader)
      self = .byDegree(
        DegreeDuty(
          amount: amount, step: step, reference: reference, floor: floor,
          unit: QuantityUnit(name: try reader.text())))
    default: throw .damaged("part of a duty")
    }
  }
}

extension SpecialRates {
  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.append(varint: UInt64(groups.count))
    for group in groups {
      writer.append(varint: UInt64(group.indicators.count))
      for indicator in group.indicators { writer.append(text: indicator) }
      group.rate.encode(into: &writer)
    }
    return writer.bytes
  }

  init(decoding bytes: Bytes) throws(ArchiveError) {
    guard bytes.count > 0 else {
      self = .none
      return
    }
    var reader = ByteReader(bytes)
    var groups: [Group] = []
    for _ in 0..<(try reader.count()) {
      var indicators: [String] = []
      for _ in 0..<(try reader.count()) { indicators.append(try reader.text()) }
      groups.append(Group(rate: try DutyText(from: &reader), indicators: indicators))
    }
    self.init(groups: groups)
  }
}

extension Fraction {
  /// Whether the compiled form, 64 bits on either side, can hold it; the readers of law refuse a number
  /// that it cannot.
  package var fitsCompiledForm: Bool {
    isDefined && Int64(exactly: numerator) != nil && Int64(exactly: denominator) != nil
  }

  func encode(into writer: inout ByteWriter) {
    writer.append(Int64(truncatingIfNeeded: numerator))
    writer.append(Int64(truncatingIfNeeded: denominator))
  }

  init(from reader: inout ByteReader) throws(ArchiveError) {
    let top = try reader.integer(Int64.self)
    let bottom = try reader.integer(Int64.self)
    guard bottom > 0 else { throw .damaged("a number without a denominator") }
    self.init(reducing: Int128(top), Int128(bottom))
  }
}
