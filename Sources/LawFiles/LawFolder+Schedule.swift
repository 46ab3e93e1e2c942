import Foundation
import TabularText
public import TariffLaw

extension LawFolder {
  /// The schedule that stands beside an importer's law as `schedule.csv`, with the columns
  /// `edition, from, hts, description, units, general, special, other`.
  ///
  /// - Returns: `nil` when there is no such file.
  /// - Throws: ``LawErrors`` when it cannot be read.
  public func schedule(_ importer: String) throws(LawErrors) -> Schedule? {
    guard let bytes = try scheduleBytes(importer) else { return nil }
    do {
      return try Schedule(Archive(Bytes(bytes)))
    } catch {
      throw LawErrors([LawError(file: "\(importer)/schedule.csv", message: "\(error)")])
    }
  }

  /// The same, compiled.
  package func scheduleBytes(_ importer: String) throws(LawErrors) -> [UInt8]? {
    let file = "\(importer)/schedule.csv"
    guard let bytes = optionalBytes(file) else { return nil }
    var problems: [LawError] = []
    var editions: [(edition: Edition, rows: [ScheduleRow])] = []
    do {
      let table = try CSVTable(bytes)
      let columns = try [
        "edition", "from", "hts", "description", "units", "general", "special", "other",
      ]
      .map { try table.column($0) }
      for (line, fields) in table.records {
        let value = columns.map { fields.field($0) }
        guard let from = Day(value[1]) else {
          problems.append(
            LawError(file: file, line: line, column: 2, field: "from", message: "is not a day"))
          continue
        }
        do {
          let row = ScheduleRow(
            code: try HTSCode(value[2]), description: value[3], units: value[4], general: value[5],
            special: value[6], other: value[7])
          if let index = editions.firstIndex(where: { $0.edition.id == value[0] }) {
            editions[index].rows.append(row)
          } else {
            let edition = Edition(
              id: value[0], title: value[0], from: from, published: nil, holdsSuffixes: true)
            editions.append((edition, [row]))
          }
        } catch {
          problems.append(
            LawError(file: file, line: line, column: 3, field: "hts", message: "\(error)"))
        }
      }
      guard problems.isEmpty else { throw LawErrors(problems) }
      var writer = ScheduleWriter()
      for (edition, rows) in editions { writer.add(edition, rows: rows) }
      return writer.finish()
    } catch let error as LawErrors {
      throw error
    } catch {
      throw LawErrors([LawError(file: file, message: "\(error)")])
    }
  }
}
