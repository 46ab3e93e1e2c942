/// The last steps of a search for a fixed point, and the mix of them whose step is least.
struct StepMemory {
  private let depth: Int
  private let count: Int
  /// Differences of steps and of images, one after the other, in a ring.
  private var steps: [[Double]] = []
  private var images: [[Double]] = []
  /// Products of the differences of steps.
  private var products: [[Double]] = []
  private var lastStep: [Double] = []
  private var lastImage: [Double] = []
  private var place = 0

  init(depth: Int, count: Int) {
    self.depth = depth
    self.count = count
  }

  mutating func clear() {
    steps = []
    images = []
    products = []
    lastStep = []
    lastImage = []
    place = 0
  }

  /// Moves a point to the next one, given its image.
  mutating func advance(_ point: inout [Double], _ image: [Double], damping: Double) {
    var step = image
    for index in 0..<count { step[index] -= point[index] }
    if !lastStep.isEmpty { remember(step, image) }
    lastStep = step
    lastImage = image
    let weights = mix(step)
    for index in 0..<count { point[index] += damping * step[index] }
    guard damping == 1 else { return }
    for (position, weight) in weights.enumerated() where weight != 0 {
      let difference = images[position]
      for index in 0..<count { point[index] -= weight * difference[index] }
    }
  }

  private mutating func remember(_ step: [Double], _ image: [Double]) {
    var stepChange = step
    var imageChange = image
    for index in 0..<count {
      stepChange[index] -= lastStep[index]
      imageChange[index] -= lastImage[index]
    }
    if steps.count < depth {
      place = steps.count
      steps.append(stepChange)
      images.append(imageChange)
      for row in products.indices { products[row].append(0) }
      products.append([Double](repeating: 0, count: steps.count))
    } else {
      place = (place + 1) % depth
      steps[place] = stepChange
      images[place] = imageChange
    }
    for other in steps.indices {
      let product = Self.dot(steps[other], stepChange)
      products[place][other] = product
      products[other][place] = product
    }
  }

  /// The weights of past differences that make the step least, by a Cholesky factor of their products
  /// that leaves out differences which others span.
  private func mix(_ step: [Double]) -> [Double] {
    let size = steps.count
    guard size > 0 else { return [] }
    var scale = [Double](repeating: 0, count: size)
    for index in 0..<size where products[index][index] > 0 {
      scale[index] = 1 / products[index][index].squareRoot()
    }
    var factor = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    var kept = [Bool](repeating: false, count: size)
    var right = [Double](repeating: 0, count: size)
    // The newest differences come first: they are the ones to keep.
    let order = (0..<size).map { (place - $0 + size) % size }
    for (row, member) in order.enumerated() {
      guard scale[member] > 0 else { continue }
      for column in 0...row where column == row || kept[column] {
        var value = products[member][order[column]] * scale[member] * scale[order[column]]
        for inner in 0..<column where kept[inner] {
          value -= factor[row][inner] * factor[column][inner]
        }
        if column < row {
          factor[row][column] = value / factor[column][column]
        } else if value > 1e-13 {
          factor[row][row] = value.squareRoot()
          kept[row] = true
        }
      }
      if kept[row] { right[row] = Self.dot(steps[member], step) * scale[member] }
    }
    for row in 0..<size where kept[row] {
      for column in 0..<row where kept[column] { right[row] -= factor[row][column] * right[column] }
      right[row] /= factor[row][row]
    }
    for row in (0..<size).reversed() where kept[row] {
      for column in (row + 1)..<max(size, row + 1) where kept[column] {
        right[row] -= factor[column][row] * right[column]
      }
      right[row] /= factor[row][row]
    }
    var weights = [Double](repeating: 0, count: size)
    for row in 0..<size where kept[row] { weights[order[row]] = right[row] * scale[order[row]] }
    return weights
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    a.withUnsafeBufferPointer { left in
      b.withUnsafeBufferPointer { right in
        guard let l = left.baseAddress, let r = right.baseAddress else { return 0 }
        let whole = a.count / 4 * 4
        var sum = DenseRow.dot(l, r, whole)
        for index in whole..<a.count { sum += l[index] * r[index] }
        return sum
      }
    }
  }
}
