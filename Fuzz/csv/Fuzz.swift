import Finding
import TabularText

/// Any bytes are read as RFC 4180 has them, whole and in pieces, and what was read is written and
/// read again unchanged.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = input(start, count)
  var tight = CSVReader.Limits()
  tight.fieldBytes = 6
  tight.fields = 3
  for limits in [CSVReader.Limits(), tight] {
    let read = Reading(reader: bytes, limits)
    let slow = Reading(slowly: bytes, limits)
    hold(read == slow, "read as \(read), not as \(slow)")
    checkPlaces(read, in: bytes)
    checkPieces(bytes, limits)
  }
  let read = Reading(reader: bytes, CSVReader.Limits())
  checkTable(bytes, read)
  checkWriting(read.records.map(\.fields))
  return 0
}

/// A record begins on the line its first byte stands on, and an error is told inside the file.
private func checkPlaces(_ read: Reading, in bytes: [UInt8]) {
  let lines = 1 + bytes.count { $0 == 0x0A }
  hold(
    zip(read.records, read.records.dropFirst()).allSatisfy { $0.line <= $1.line },
    "lines go back: \(read)")
  hold(read.records.allSatisfy { (1...lines).contains($0.line) }, "a line of \(lines): \(read)")
  if let error = read.error {
    hold((1...lines).contains(error.line), "error on a line of \(lines): \(error)")
    hold((1...bytes.count + 1).contains(error.column), "error in a field: \(error)")
  }
}

/// Cut where the scanner says that whole records end, the two pieces hold what the whole held.
private func checkPieces(_ bytes: [UInt8], _ limits: CSVReader.Limits) {
  let whole = Reading(reader: bytes, limits)
  let cut = bytes.withUnsafeBufferPointer { CSVScanner.wholeRecords(in: $0) }
  hold((0...bytes.count).contains(cut), "cut at \(cut) of \(bytes.count)")
  guard cut > 0 else { return }
  hold(bytes[cut - 1] == 0x0A, "cut within a line at \(cut)")
  let head = Array(bytes[..<cut])
  let first = Reading(reader: head, limits)
  let rest = Reading(
    scanner: Array(bytes[cut...]), firstLine: 1 + head.count { $0 == 0x0A }, limits)
  let joined = first.error == nil ? first + rest : first
  hold(joined == whole, "in pieces cut at \(cut): \(joined), whole: \(whole)")
}

private func checkTable(_ bytes: [UInt8], _ read: Reading) {
  do throws(CSVError) {
    let table = try CSVTable(bytes)
    hold(read.error == nil, "a table of \(read)")
    hold(table.header == read.records.first?.fields ?? [], "the header of \(read)")
    hold(table.records.map(\.fields) == read.records.dropFirst().map(\.fields), "\(read)")
    for (position, name) in table.header.enumerated() {
      let found = try table.column(name)
      hold(found <= position && table.header[found] == name, "column '\(name)' at \(found)")
    }
  } catch {
    hold(error == read.error, "the table says \(error), the reader \(read)")
  }
}

/// What is written reads back, but for the apostrophe before what a spreadsheet would compute.
private func checkWriting(_ records: [[String]]) {
  var writer = CSVWriter()
  for record in records { writer.append(record) }
  let again = Reading(reader: writer.bytes, CSVReader.Limits())
  hold(again.error == nil, "written and not read: \(again)")
  let expected = records.map { $0.map { isFormula($0) ? "'" + $0 : $0 } }
  hold(again.records.map(\.fields) == expected, "written \(expected), read \(again)")
}

/// What a spreadsheet computes rather than shows.
private func isFormula(_ field: String) -> Bool {
  guard let first = field.unicodeScalars.first else { return false }
  if "=@\t\r".unicodeScalars.contains(first) { return true }
  guard first == "+" || first == "-" else { return false }
  let isPlain = field.unicodeScalars.allSatisfy { "0123456789.eE+-".unicodeScalars.contains($0) }
  return !isPlain || Double(field) == nil
}
