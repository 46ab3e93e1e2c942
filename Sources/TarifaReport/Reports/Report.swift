public import JSONText

/// An answer made ready for a page, a workbook or paper: what it says in figures, pictures and
/// tables, and what it rests on.
public struct Report: Sendable {
  /// Which command gave the answer.
  public enum Kind: String, CaseIterable, Sendable {
    case duty
    case history
    case effectiveRate = "rates etr"
    case impact = "assess"
    case design
    case comparison = "diff"
    case docket = "case"
    case annex
    case exclusions
    case exemptions
    case rotation = "rotate"
    case rateChanges = "rates changes"
    case dataList = "data list"
    case lawBook = "law book"
    case equilibrium = "world solve"
    case world = "world assess"
    case game = "world game"
    case escalation = "world escalate"
    case deficit
  }

  /// A figure of the head, with its interval where it has one.
  public struct Figure: Hashable, Sendable {
    public let label: String
    public let value: String
    /// From the 5th to the 95th percentile of the draws, or between the bounds of the law's readings;
    /// empty where there is one number.
    public let interval: String
  }

  /// Something to know of the answer: a warning, the vintage, the seed.
  public struct Note: Hashable, Sendable {
    public let label: String
    public let text: String
    /// Whether it is said under every picture.
    public let isSource: Bool
  }

  public let kind: Kind
  public let title: String
  /// What was asked, in a sentence.
  public let question: String
  public internal(set) var figures: [Figure] = []
  public internal(set) var charts: [any Chart] = []
  public internal(set) var tables: [Table] = []
  /// How the figures come about, and what they leave out.
  public internal(set) var method: [String] = []
  /// The data, the law and the seed they rest on.
  public internal(set) var vintage: [Note] = []
  /// The version that gave the answer, where that is known.
  public private(set) var engine: String?

  init(kind: Kind, title: String, question: String) {
    self.kind = kind
    self.title = title
    self.question = question
  }

  /// - Parameter engine: the version that gave the answer; the answer itself does not hold it.
  /// - Throws: ``JSONShapeError`` when the answer is not of that kind.
  public init(
    _ answer: JSONValue, _ kind: Kind, engine: String? = nil
  ) throws(JSONShapeError) {
    self = try Report.made(of: answer, kind)
    self.engine = engine
  }

  private static func made(
    of answer: JSONValue, _ kind: Kind
  ) throws(JSONShapeError) -> Report {
    let place = JSONPlace(answer)
    return switch kind {
    case .duty: try duty(place)
    case .history: try history(place)
    case .effectiveRate: try effectiveRate(place)
    case .impact: try impact(place)
    case .design: try design(place)
    case .comparison: try comparison(place)
    case .docket: try docket(place)
    case .annex: try annex(place)
    case .exclusions: try exclusions(place)
    case .exemptions: try exemptions(place)
    case .rotation: try rotation(place)
    case .rateChanges: try rateChanges(place)
    case .dataList: try dataList(place)
    case .lawBook: try lawBook(place)
    case .equilibrium: try equilibrium(place)
    case .world: try world(place)
    case .game: try game(place)
    case .escalation: try escalation(place)
    case .deficit: try deficit(place)
    }
  }

  /// How to cite it.
  public var citation: String {
    "\(maker), \(kind.rawValue): \(title)." + said(vintage)
  }

  /// What stands under every picture: the data, the law and the engine.
  public var source: String {
    "Source: \(maker)." + said(vintage.filter(\.isSource))
  }

  private var maker: String { engine.map { "Tarifa \($0)" } ?? "Tarifa" }

  private func said(_ notes: [Note]) -> String {
    guard !notes.isEmpty else { return "" }
    let text = notes.map { "\($0.label) \($0.text)" }.joined(separator: ", ")
    return " \(text.prefix(1).uppercased())\(text.dropFirst())."
  }

  /// - Parameter range: not shown where it is a single number, as of what no draw moves.
  mutating func figure(
    _ label: String, _ value: Double, _ range: ClosedRange<Double>?, _ unit: Unit
  ) {
    let interval = range.flatMap { $0.lowerBound < $0.upperBound ? unit.words($0) : nil }
    figures.append(Figure(label: label, value: unit.words(value), interval: interval ?? ""))
  }

  mutating func figure(_ label: String, _ text: String) {
    figures.append(Figure(label: label, value: text, interval: ""))
  }

  /// A figure of an estimate, `{value, low, high}`, where the answer has it.
  mutating func figure(_ label: String, _ place: JSONPlace?, _ unit: Unit) {
    guard let place, let value = place.value["value"]?.number else { return }
    figure(label, value, place.range("low", "high"), unit)
  }

  mutating func rests(on label: String, _ place: JSONPlace?, isSource: Bool = false) {
    guard let place else { return }
    let text = Table.Cell(place.value).plain
    if !text.isEmpty { vintage.append(Note(label: label, text: text, isSource: isSource)) }
  }

  /// The same of what is said under every picture too.
  mutating func source(_ label: String, _ place: JSONPlace?) {
    rests(on: label, place, isSource: true)
  }

  /// A fraction, in percent.
  mutating func rests(share label: String, _ place: JSONPlace?) {
    guard let share = place?.value.number else { return }
    vintage.append(Note(label: label, text: Unit.share.words(share), isSource: false))
  }

  /// The texts of a list, or one text, as notes on method.
  mutating func explain(_ place: JSONPlace?, _ lead: String = "") {
    for text in place?.value.array ?? [place?.value].compactMap({ $0 }) {
      if let text = text.string ?? text["text"]?.string { method.append(lead + text) }
    }
  }

  /// A picture that not every answer holds: what keeps it out is said in its place.
  mutating func draw(
    _ name: String, _ make: () throws(JSONShapeError) -> any Chart
  ) {
    do throws(JSONShapeError) {
      charts.append(try make())
    } catch {
      method.append("Not drawn: \(name). \(error).")
    }
  }
}
