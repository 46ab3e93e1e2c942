import TabularText

/// What was read of a text: the records with their lines, and the error that ended it.
struct Reading: Equatable {
  struct Record: Equatable {
    let line: Int
    let fields: [String]
  }

  var records: [Record] = []
  var error: CSVError?

  static func + (a: Reading, b: Reading) -> Reading {
    Reading(records: a.records + b.records, error: a.error ?? b.error)
  }
}

extension Reading {
  init(reader bytes: [UInt8], _ limits: CSVReader.Limits) {
    var reader = CSVReader(bytes, limits: limits)
    do throws(CSVError) {
      while let fields = try reader.next() {
        records.append(Record(line: reader.line, fields: fields))
      }
    } catch {
      self.error = error
    }
  }

  init(scanner bytes: [UInt8], firstLine: Int, _ limits: CSVReader.Limits) {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(buffer, firstLine: firstLine, limits: limits)
      var fields: [CSVScanner.Field] = []
      do throws(CSVError) {
        while try scanner.next(into: &fields) {
          records.append(Record(line: scanner.line, fields: fields.map { scanner.text($0) }))
        }
      } catch {
        self.error = error
      }
    }
  }
}
