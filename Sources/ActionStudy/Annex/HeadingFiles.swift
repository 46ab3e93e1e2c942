import LawFiles
import TabularText
public import TariffLaw
public import TradeAction

/// An action's measures as law files, which `--law` takes: a file a measure and its goods lists.
///
/// A measure that the law has already is written under another name and stands in place of the one it
/// was taken from, so that adding it back does not charge twice.
public struct HeadingFiles: Sendable {
  /// A file below the folder of law.
  public struct File: Hashable, Sendable {
    public let path: String
    public let text: String
  }

  /// In the order of their paths.
  public let files: [File]
  /// Measures of the law that the written ones stand in place of.
  public let replaced: [String]
  /// What could not be carried over, in words.
  public let leftOut: [String]

  /// The name, below a measure of the law, of the one written in its place.
  private static let name = "annex"

  /// - Parameters:
  ///   - notice: its measures and the provisions in force on its day are written.
  ///   - standing: the law without the measures that the action brings itself.
  ///   - book: the law with them.
  /// - Throws: ``ActionError`` naming a provision that the writer cannot express.
  public init(_ notice: Notice, standing: Regime, in book: LawBook) throws(ActionError) {
    let regime = book.regime
    var files: [String: String] = [:]
    var replaced: [String] = []
    var leftOut: [String] = []
    var done: Set<String> = []
    for section in notice.sections where done.insert(section.measure.id).inserted {
      let measure = section.measure
      let stands = standing.measures.contains { $0.id == measure.id }
      // Measures that name the one it was taken from, by its id or a start of it, name this one, too.
      let path = Self.below(measure.id, regime.importer) + (stands ? "/\(Self.name)" : "")
      var writer = MeasureWriter(
        id: "\(regime.importer)/\(path)", replaces: stands ? measure.id : nil,
        placeholder: notice.placeholder)
      writer.write(measure, on: notice.day)
      if let problem = writer.problems.first {
        throw ActionError(
          message: "\(measure.id) cannot be written as a heading file: \(problem)")
      }
      leftOut += writer.leftOut.map { "\(measure.id): \($0)" }
      if stands { replaced.append(measure.id) }
      files["\(regime.importer)/\(path).yaml"] = writer.text
      for list in writer.lists.sorted() {
        guard let goods = regime.goodsLists[list] else { continue }
        files["\(regime.importer)/\(MeasureWriter.path(ofList: list))"] = Self.csv(goods)
      }
    }
    self.files = files.sorted { $0.key < $1.key }.map { File(path: $0.key, text: $0.value) }
    self.replaced = replaced
    self.leftOut = leftOut
  }

  private static func below(_ id: String, _ importer: String) -> String {
    id.hasPrefix("\(importer)/") ? String(id.dropFirst(importer.count + 1)) : id
  }

  private static func csv(_ list: GoodsList) -> String {
    var writer = CSVWriter()
    let hasExceptions = list.rows.contains { !$0.included }
    writer.append(hasExceptions ? ["hts", "in"] : ["hts"])
    for row in list.rows {
      let code = row.code.digits
      writer.append(hasExceptions ? [code, row.included ? "yes" : "no"] : [code])
    }
    return String(decoding: writer.drain(), as: UTF8.self)
  }
}
