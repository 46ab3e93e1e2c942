import JSONText
import TariffLaw

extension JSONPlace {
  /// A day written `YYYY-MM-DD`.
  func day() throws(JSONShapeError) -> Day {
    guard let text = value.string, let day = Day(text) else {
      throw lacking("a day as YYYY-MM-DD")
    }
    return day
  }

  /// The range between two members, where both are known and in order.
  func range(_ low: String, _ high: String) -> ClosedRange<Double>? {
    guard let low = value[low]?.number, let high = value[high]?.number, low <= high else {
      return nil
    }
    return low...high
  }
}
