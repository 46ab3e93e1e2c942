/// A picture of an answer, with its data and what it shows in words.
public protocol Chart: Sendable {
  /// What it shows, in a line.
  var title: String { get }
  /// Scalable Vector Graphics: a document of its own, 480 units wide, light and dark, without script
  /// or outside resource.
  var svg: String { get }
  /// What it shows in sentences with figures, for one who does not see it.
  var words: String { get }
  /// Its data.
  var table: Table { get }
}

extension Chart {
  /// Its data as comma-separated text.
  public var csv: String { table.csv }
}
