/// A picture of an answer, with its data and what it shows in words.
public protocol Chart: Sendable {
  /// What it shows, in a line.
  var title: String { get }
  /// Scalable Vector Graphics: a document of its own, 480 units wide, light and dark, without script
  /// or outside resource.
  ///
  /// - Parameter source: what it rests on, drawn under it; empty for nothing.
  func svg(source: String) -> String
  /// What it shows in sentences with figures, for one who does not see it.
  var words: String { get }
  /// Its data.
  var table: Table { get }
}

extension Chart {
  /// The picture alone, for a page that says what it rests on.
  public var svg: String { svg(source: "") }

  /// Its data as comma-separated text.
  public var csv: String { table.csv }
}
