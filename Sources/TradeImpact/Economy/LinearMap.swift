/// A dense linear map, kept by column so that an input of zero costs nothing and the inner loop runs
/// over neighbours.
struct LinearMap: Sendable {
  let inputs: Int
  let outputs: Int
  /// `outputs` values for each input.
  var values: [Double]

  init(inputs: Int, outputs: Int) {
    self.inputs = inputs
    self.outputs = outputs
    values = [Double](repeating: 0, count: inputs * outputs)
  }

  subscript(output output: Int, input input: Int) -> Double {
    get { values[input * outputs + output] }
    set { values[input * outputs + output] = newValue }
  }

  /// Adds `scale` times a column of `other` to a column of this.
  mutating func add(column: Int, _ scale: Double, column other: Int, of map: LinearMap) {
    let from = other * outputs
    let to = column * outputs
    for row in 0..<outputs { values[to + row] += scale * map.values[from + row] }
  }

  /// The image of a vector.
  func callAsFunction(_ vector: [Double]) -> [Double] {
    var image = [Double](repeating: 0, count: outputs)
    image.withUnsafeMutableBufferPointer { image in
      values.withUnsafeBufferPointer { values in
        guard let to = image.baseAddress, var column = values.baseAddress else { return }
        for scale in vector {
          if scale != 0 {
            for row in 0..<image.count { to[row] += scale * column[row] }
          }
          column += image.count
        }
      }
    }
    return image
  }
}
