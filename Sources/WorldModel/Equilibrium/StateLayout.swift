/// Where wages, prices and spending stand in the vector the solver moves.
///
/// Changes are logarithms of new over base: of wages by country (or by sector and country when labour is
/// fixed), then of price indices and of spending by sector and country.
struct StateLayout {
  let countries: Int
  let sectors: Int
  let labour: LabourMobility

  var wageCount: Int { labour == .mobile ? countries : sectors * countries }
  var cellCount: Int { sectors * countries }
  var count: Int { wageCount + 2 * cellCount }

  func wage(sector: Int, country: Int) -> Int {
    labour == .mobile ? country : sector * countries + country
  }
  func price(sector: Int, country: Int) -> Int { wageCount + sector * countries + country }
  func spending(sector: Int, country: Int) -> Int {
    wageCount + cellCount + sector * countries + country
  }
}
