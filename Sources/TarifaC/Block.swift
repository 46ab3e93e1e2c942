import TariffLaw

/// Room for what is found of a block of rows, column by column, between the loops over it.
final class Block {
  /// Rows of a block: its columns stay in the nearest cache.
  static let size = 1024

  /// The packed code; 0 where it is not plainly written.
  let codes: UnsafeMutablePointer<UInt64>
  /// Two letters as a number from 0 to 675; -1 where they are not plainly written.
  let origins: UnsafeMutablePointer<Int32>
  let days: UnsafeMutablePointer<Int32>
  /// Whole cents of the value; `Int64.min` where none is stated.
  let cents: UnsafeMutablePointer<Int64>
  let circumstances: UnsafeMutablePointer<Int32>
  /// 0 where neither value nor quantity is stated, 1 for a value, 2 for a quantity.
  let amounts: UnsafeMutablePointer<UInt8>
  /// Whether a row may state a quantity.
  var statesQuantities = false
  /// The digits of the quantity, of which so many are decimals, and its unit, as ``Statements`` numbers it.
  let quantities: UnsafeMutablePointer<Int64>
  let places: UnsafeMutablePointer<UInt8>
  let units: UnsafeMutablePointer<Int32>
  let editions: UnsafeMutablePointer<Int32>
  /// The position of the code, then that of its line.
  let goods: UnsafeMutablePointer<Int32>
  let laws: UnsafeMutablePointer<Int32>
  /// Positions in the ledger.
  let lawPlaces: UnsafeMutablePointer<Int32>
  let goodPlaces: UnsafeMutablePointer<Int32>
  let cores: UnsafeMutablePointer<UInt16>
  /// The number of the columns of rates.
  let columns: UnsafeMutablePointer<Int32>
  /// As in ``Ledger/plainKey(core:columns:hasValue:)``; 0 where it is answered otherwise.
  let keys: UnsafeMutablePointer<UInt32>
  /// The answer, one by the quantity, or ``Ledger/longWay``.
  let cells: UnsafeMutablePointer<Int32>
  /// Which columns of the answer have a value.
  let present: UnsafeMutablePointer<UInt8>

  private var room: [UnsafeMutableRawPointer] = []

  init() {
    codes = .allocate(capacity: Block.size)
    origins = .allocate(capacity: Block.size)
    days = .allocate(capacity: Block.size)
    cents = .allocate(capacity: Block.size)
    circumstances = .allocate(capacity: Block.size)
    amounts = .allocate(capacity: Block.size)
    quantities = .allocate(capacity: Block.size)
    places = .allocate(capacity: Block.size)
    units = .allocate(capacity: Block.size)
    editions = .allocate(capacity: Block.size)
    goods = .allocate(capacity: Block.size)
    laws = .allocate(capacity: Block.size)
    lawPlaces = .allocate(capacity: Block.size)
    goodPlaces = .allocate(capacity: Block.size)
    cores = .allocate(capacity: Block.size)
    columns = .allocate(capacity: Block.size)
    keys = .allocate(capacity: Block.size)
    cells = .allocate(capacity: Block.size)
    present = .allocate(capacity: Block.size)
    room = [
      UnsafeMutableRawPointer(codes),
      UnsafeMutableRawPointer(origins),
      UnsafeMutableRawPointer(days),
      UnsafeMutableRawPointer(cents),
      UnsafeMutableRawPointer(circumstances),
      UnsafeMutableRawPointer(amounts),
      UnsafeMutableRawPointer(quantities),
      UnsafeMutableRawPointer(places),
      UnsafeMutableRawPointer(units),
      UnsafeMutableRawPointer(editions),
      UnsafeMutableRawPointer(goods),
      UnsafeMutableRawPointer(laws),
      UnsafeMutableRawPointer(lawPlaces),
      UnsafeMutableRawPointer(goodPlaces),
      UnsafeMutableRawPointer(cores),
      UnsafeMutableRawPointer(columns),
      UnsafeMutableRawPointer(keys),
      UnsafeMutableRawPointer(cells),
      UnsafeMutableRawPointer(present),
    ]
  }

  /// The quantity of a row that states one.
  func quantity(_ row: Int) -> Fraction { Fraction(quantities[row], places: places[row]) }

  deinit { for memory in room { memory.deallocate() } }
}
