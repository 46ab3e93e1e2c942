/// A rate line with the goods lists that hold its code.
package struct ListedLine: Sendable {
  let key: LineKey
  /// The number of the membership in lists; codes of equal numbers stand in the same lists.
  package let lists: Int

  /// The texts of the columns for goods that claim nothing, by position.
  package struct Columns: Hashable, Sendable {
    let general: Int
    let other: Int
  }

  /// All that tells goods of a line from others.
  package struct Identity: Hashable, Sendable {
    let lists: Int
    let columns: Columns
    let special: Int
    let excluded: Int
  }

  package var columns: Columns { Columns(general: key.general, other: key.other) }

  package var identity: Identity {
    Identity(lists: lists, columns: columns, special: key.special, excluded: key.excluded)
  }

  /// Whether it keeps countries out of a programme, so that answers turn on the origin itself.
  package var keepsOriginsOut: Bool { key.excluded != 0 }
}
