/// A test on the facts and claims of an entry.
///
/// `entered` (the day of entry), `value` (customs value in dollars) and `unit-price` (customs value
/// for one unit) are facts every entry has or can have; all others are defined in the law files.
public indirect enum Condition: Hashable, Sendable {
  case always
  case all([Condition])
  case any([Condition])
  case not(Condition)
  case fact(String, FactTest)
  /// One of the names is claimed.
  case claimed([String])
}
