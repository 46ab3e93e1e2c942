import EmbeddedPages
import TabularText

/// The countries of maps, as `web/world-outlines.csv` holds them; `scripts/world-outlines` says where
/// they are from.
struct WorldOutlines: Sendable {
  /// One country's land, or a point where it is too small to draw.
  struct Shape: Sendable {
    /// Two letters.
    let country: String
    let isPoint: Bool
    /// Closed lines, in half units of a picture ``WorldOutlines/width`` wide.
    let rings: [[Corner]]
  }

  struct Corner: Sendable {
    let x: Int
    let y: Int
  }

  static let width = 456.0
  static let height = 214.0
  /// Steps of a corner in a unit of the picture.
  static let grid = 2

  /// None where the file is damaged, which a test would tell.
  static let shapes: [Shape] = {
    let file = tarifa_world_outlines()
    var reader = CSVReader(Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    var shapes: [Shape] = []
    while let record = try? reader.next() {
      guard record.count == 3, let shape = Shape(record) else { continue }
      shapes.append(shape)
    }
    return shapes
  }()
}

extension WorldOutlines.Shape {
  /// - Parameter record: country, kind and points of a line of the file; `nil` for its header.
  init?(_ record: [String]) {
    guard ["outline", "point"].contains(record[1]) else { return nil }
    country = record[0]
    isPoint = record[1] == "point"
    rings = record[2].split(separator: ";").map { ring in
      ring.split(separator: " ").compactMap { corner in
        let ends = corner.split(separator: ",").compactMap { Double($0) }
        guard ends.count == 2 else { return nil }
        let steps = ends.map { Int(($0 * Double(WorldOutlines.grid)).rounded()) }
        return WorldOutlines.Corner(x: steps[0], y: steps[1])
      }
    }
  }
}
