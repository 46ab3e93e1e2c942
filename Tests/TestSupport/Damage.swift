/// Changes a text as accidents and attackers do: bytes replaced, cut out, doubled, and pieces that
/// mean something to the reader put in.
package func damaged(
  _ bytes: [UInt8], pieces: [String], with random: inout SplitMix
) -> [UInt8] {
  var bytes = bytes
  for _ in 0...random.below(4) {
    let place = random.below(bytes.count)
    switch random.below(5) {
    case 0 where !bytes.isEmpty: bytes[place] = UInt8(truncatingIfNeeded: random.next())
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(12)))
    case 2:
      bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + random.below(40))], at: place)
    case 3: bytes.removeLast(min(bytes.count, random.below(30)))
    default:
      if !pieces.isEmpty {
        bytes.insert(contentsOf: Array(pieces[random.below(pieces.count)].utf8), at: place)
      }
    }
  }
  return bytes
}
