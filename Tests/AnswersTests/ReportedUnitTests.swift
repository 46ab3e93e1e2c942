import TariffLaw
import Testing
import TradeData

/// Units of quantity as the shipped schedule asks for them.
@Suite struct ReportedUnitTests {
  /// An answer that asks for a quantity names the unit; what it names can be stated.
  @Test func everyUnitOfTheScheduleIsReadByTheNameItIsPrintedWith() throws {
    let schedule = try ShippedLaw.schedule()
    var units: Set<QuantityUnit> = []
    for edition in [0, schedule.editions.count / 2, schedule.editions.count - 1] {
      for line in try schedule.lines(in: edition) {
        units.formUnion(line.units)
        for rate in [line.general, line.other] {
          for part in rate.expression?.parts ?? [] {
            if case .specific(let duty) = part { units.insert(duty.unit) }
          }
        }
      }
    }
    #expect(units.count > 30)
    for unit in units { #expect(QuantityUnit(spelling: unit.name) == unit, "\(unit)") }
  }
}
