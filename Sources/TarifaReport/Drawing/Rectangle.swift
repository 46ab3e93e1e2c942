/// A part of a drawing.
struct Rectangle: Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var area: Double { width * height }

  /// Without a border of so much.
  func inset(_ border: Double, top: Double = 0) -> Rectangle {
    Rectangle(
      x: x + border, y: y + border + top, width: max(0, width - 2 * border),
      height: max(0, height - 2 * border - top))
  }

  /// Divides the rectangle in proportion to values, each part as near to a square as the order
  /// allows (squarified treemaps: Bruls, Huizing and van Wijk 2000).
  ///
  /// - Parameter values: above zero, the largest first.
  /// - Returns: a part for each value, in their order.
  func squarified(_ values: [Double]) -> [Rectangle] {
    let sum = values.reduce(0, +)
    guard sum > 0, area > 0 else {
      return values.map { _ in Rectangle(x: x, y: y, width: 0, height: 0) }
    }
    let areas = values.map { $0 / sum * area }
    var parts: [Rectangle] = []
    var free = self
    var first = 0
    while first < areas.count {
      let side = min(free.width, free.height)
      var end = first + 1
      var row = areas[first]
      var worst = Rectangle.worst(areas[first..<end], sum: row, side: side)
      while end < areas.count {
        let longer = row + areas[end]
        let next = Rectangle.worst(areas[first...end], sum: longer, side: side)
        guard next <= worst else { break }
        (row, worst, end) = (longer, next, end + 1)
      }
      free.cut(areas[first..<end], sum: row, into: &parts)
      first = end
    }
    return parts
  }

  /// The worst ratio of sides in a row of areas along a side; the areas fall.
  private static func worst(_ row: ArraySlice<Double>, sum: Double, side: Double) -> Double {
    guard let largest = row.first, let smallest = row.last, smallest > 0, side > 0 else {
      return .infinity
    }
    return max(side * side * largest / (sum * sum), sum * sum / (side * side * smallest))
  }

  /// Lays a row along the shorter side, and keeps what is left.
  private mutating func cut(_ row: ArraySlice<Double>, sum: Double, into parts: inout [Rectangle]) {
    let isWide = width >= height
    let thickness = min(isWide ? width : height, sum / max(isWide ? height : width, 1e-9))
    var offset = 0.0
    for area in row {
      let length = thickness > 0 ? area / thickness : 0
      parts.append(
        isWide
          ? Rectangle(x: x, y: y + offset, width: thickness, height: length)
          : Rectangle(x: x + offset, y: y, width: length, height: thickness))
      offset += length
    }
    if isWide {
      x += thickness
      width -= thickness
    } else {
      y += thickness
      height -= thickness
    }
  }
}
