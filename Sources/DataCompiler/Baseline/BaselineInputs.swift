import TariffLaw

/// The raw figures the baseline of 2017 is made from, by subheading of HS 2017.
struct BaselineInputs {
  let origins: [BaselineOrigin]
  /// Subheadings in order; those of chapters 98 and 99 included.
  let subheadings: [String]
  /// The industry (NAICS, three digits) of each subheading; empty where none is assigned.
  let industries: [String]
  /// 2024 values carried back, `[subheading][origin]`.
  let seeds: [[Double]]
  /// Known values of the year, `[subheading][origin]`, for origins that have them.
  let known: [[Double]]
  /// World imports by subheading, average of 2012 to 2014.
  let world: [Double]
  /// Published value and duty by chapter and Census code; `TOTAL` is the world.
  let chapterMargins: [String: [String: (value: Double, duty: Double)]]
  /// Published value by name and industry.
  let industryMargins: [String: [String: Double]]
  /// World shares of rate lines in their subheading, 2012 to 2014.
  let worldLines: [String: [(line: HTSCode, share: Double)]]
  /// 2024 values by rate line for each origin, for lines whose code the 2017 schedule has.
  let lineSeeds: [HTSCode: [Int: (value: Double, duty: Double)]]
  /// Rate lines of 2017 by subheading, with the ad valorem equivalent of the general rate.
  let lines: [String: [(line: HTSCode, rate: Double)]]

  static let year = "2017"

  init(_ folder: RawFolder, origins: [BaselineOrigin]) throws(RawFileError) {
    self.origins = origins
    let schedule = try Self.readLines(folder)
    lines = schedule
    let back = try Self.readMap(folder, "classes/hs/hs2022_to_hs2017.csv", "hs2022", "hs2017")
    let naics = try Self.readMap(
      folder, "classes/enduse/hs2017_census_hs6_summary.csv", "hs6", "naics")
    let flows = try Self.readFlows(folder, origins: origins, back: back, lines: schedule)
    lineSeeds = flows.lines
    let world = try Self.readWorld(folder)
    worldLines = world.lines
    let published = try Self.readKnown(folder, origins: origins)
    let all = Set(schedule.keys).union(flows.subheadings.keys).union(published.keys)
      .union(world.values.keys)
    subheadings = all.sorted()
    industries = subheadings.map { String((naics[$0] ?? Self.specialIndustry($0)).prefix(3)) }
    let empty = [Double](repeating: 0, count: origins.count)
    seeds = subheadings.map { flows.subheadings[$0] ?? empty }
    known = subheadings.map { published[$0] ?? empty }
    self.world = subheadings.map { world.values[$0] ?? 0 }
    chapterMargins = try Self.readChapters(folder)
    industryMargins = try Self.readIndustries(folder)
  }

  /// Chapters 98 and 99 have industries of their own in the Census figures.
  private static func specialIndustry(_ subheading: String) -> String {
    subheading.hasPrefix("98") ? "980" : subheading.hasPrefix("99") ? "990" : ""
  }

  private static func readMap(
    _ folder: RawFolder, _ file: String, _ from: String, _ to: String
  ) throws(RawFileError) -> [String: String] {
    let raw = try RawTable(folder, file)
    let key = try raw.column(from)
    let value = try raw.column(to)
    var map: [String: String] = [:]
    for (_, fields) in raw.records { map[fields.field(key)] = fields.field(value) }
    return map
  }

  private static func readLines(
    _ folder: RawFolder
  ) throws(RawFileError) -> [String: [(line: HTSCode, rate: Double)]] {
    let raw = try RawTable(folder, "schedule/usitc_tariff_database_2017_hts8.csv.gz")
    let code = try raw.column("hts8")
    let equivalent = try raw.column("mfn_ave")
    let rate = try raw.column("mfn_ad_val_rate")
    let begin = try raw.column("begin_effect_date")
    let end = try raw.column("end_effective_date")
    var lines: [String: [HTSCode: Double]] = [:]
    for (line, fields) in raw.records {
      // The rows in force at the start of the year; later ones would count a line twice.
      guard fields.field(begin) < "2017-01-02", fields.field(end) >= "2017-01-01" else { continue }
      do {
        let hts = try HTSCode(fields.field(code))
        let stated = Double(fields.field(equivalent)) ?? Double(fields.field(rate)) ?? 0
        // 9999 stands for a rate in words.
        lines[String(hts.digits.prefix(6)), default: [:]][hts] = stated > 9 ? 0 : stated
      } catch {
        throw RawFileError(file: raw.file, line: line, problem: "\(error)")
      }
    }
    return lines.mapValues { $0.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
  }

  private static func readFlows(
    _ folder: RawFolder, origins: [BaselineOrigin], back: [String: String],
    lines: [String: [(line: HTSCode, rate: Double)]]
  ) throws(RawFileError) -> (
    subheadings: [String: [Double]], lines: [HTSCode: [Int: (value: Double, duty: Double)]]
  ) {
    let raw = try RawTable(folder, "flows/us_imports_2024_hts10_country.csv.xz")
    let origin = try raw.column("cty_code")
    let code = try raw.column("hts10")
    let value = try raw.column("con_val_usd")
    let duty = try raw.column("cal_dut_usd")
    var users: [String: [Int]] = [:]
    for (index, item) in origins.enumerated() {
      for flow in item.flows { users[flow, default: []].append(index) }
    }
    let existing = Set(lines.values.flatMap { $0.map(\.line) })
    var subheadings: [String: [Double]] = [:]
    var byLine: [HTSCode: [Int: (value: Double, duty: Double)]] = [:]
    let empty = [Double](repeating: 0, count: origins.count)
    for (line, fields) in raw.records {
      guard let indices = users[fields.field(origin)] else { continue }
      guard let dollars = Double(fields.field(value)), let owed = Double(fields.field(duty)) else {
        throw RawFileError(file: raw.file, line: line, problem: "needs dollars of value and duty")
      }
      let digits = fields.field(code)
      let rateLine: HTSCode
      do {
        rateLine = try HTSCode(digits.prefix(8))
      } catch {
        throw RawFileError(file: raw.file, line: line, problem: "\(error)")
      }
      let six = String(digits.prefix(6))
      let old = back[six] ?? six
      for index in indices { subheadings[old, default: empty][index] += dollars }
      guard existing.contains(rateLine) else { continue }
      for index in indices {
        let sum = byLine[rateLine]?[index] ?? (0, 0)
        byLine[rateLine, default: [:]][index] = (sum.value + dollars, sum.duty + owed)
      }
    }
    return (subheadings, byLine)
  }

  private static func readWorld(
    _ folder: RawFolder
  ) throws(RawFileError) -> (
    values: [String: Double], lines: [String: [(line: HTSCode, share: Double)]]
  ) {
    let raw = try RawTable(folder, "flows/hts8_world_imports_avg2012_14.csv.xz")
    let six = try raw.column("hs6")
    let code = try raw.column("hts8")
    let share = try raw.column("s_h8_in_h6")
    let total = try raw.column("W6")
    var values: [String: Double] = [:]
    var lines: [String: [(line: HTSCode, share: Double)]] = [:]
    for (line, fields) in raw.records {
      guard let part = Double(fields.field(share)), let sum = Double(fields.field(total)) else {
        throw RawFileError(file: raw.file, line: line, problem: "needs numbers")
      }
      values[fields.field(six)] = sum
      do {
        lines[fields.field(six), default: []].append((try HTSCode(fields.field(code)), part))
      } catch {
        throw RawFileError(file: raw.file, line: line, problem: "\(error)")
      }
    }
    return (values, lines)
  }

  /// Values by subheading of the origins that publish them. Chapters 98 and 99 of these files are
  /// no customs figures and are left out.
  private static func readKnown(
    _ folder: RawFolder, origins: [BaselineOrigin]
  ) throws(RawFileError) -> [String: [Double]] {
    var known: [String: [Double]] = [:]
    let empty = [Double](repeating: 0, count: origins.count)
    func add(_ six: String, _ dollars: Double, _ index: Int) {
      guard six.count == 6, six < "98" else { return }
      known[six, default: empty][index] += dollars
    }
    let estimates = try RawTable(
      folder, "flows/us_imports_2017_hs6_chn_mex_vnm_customs_est.csv.xz")
    let origin = try estimates.column("cty_code")
    let six = try estimates.column("hs6")
    let value = try estimates.column("est_con_val_usd")
    for (_, fields) in estimates.records {
      guard let dollars = Double(fields.field(value)),
        let index = origins.firstIndex(where: {
          $0.isKnown && $0.flows.contains(fields.field(origin))
        })
      else { continue }
      add(fields.field(six), dollars, index)
    }
    let taiwan = try RawTable(folder, "flows/us_imports_taiwan_hs6_2015_2025_usitc.csv.xz")
    let year = try taiwan.column("year")
    let code = try taiwan.column("hs6")
    let customs = try taiwan.column("customs_value_usd")
    // The one known origin that the other file does not hold.
    let held = Set(estimates.records.map { $0.fields.field(origin) })
    guard
      let index = origins.firstIndex(where: { $0.isKnown && held.isDisjoint(with: $0.flows) })
    else { return known }
    for (_, fields) in taiwan.records where fields.field(year) == Self.year {
      if let dollars = Double(fields.field(customs)) { add(fields.field(code), dollars, index) }
    }
    return known
  }

  private static func readChapters(
    _ folder: RawFolder
  ) throws(RawFileError) -> [String: [String: (value: Double, duty: Double)]] {
    let raw = try RawTable(folder, "flows/us_imports_2015_2020_hs2_country.csv.xz")
    let year = try raw.column("year")
    let origin = try raw.column("cty_code")
    let chapter = try raw.column("hs2")
    let value = try raw.column("con_val_usd")
    let duty = try raw.column("cal_dut_usd")
    var margins: [String: [String: (value: Double, duty: Double)]] = [:]
    for (line, fields) in raw.records where fields.field(year) == Self.year {
      guard let dollars = Double(fields.field(value)), let owed = Double(fields.field(duty)) else {
        throw RawFileError(file: raw.file, line: line, problem: "needs numbers")
      }
      margins[fields.field(origin), default: [:]][fields.field(chapter)] = (dollars, owed)
    }
    return margins
  }

  private static func readIndustries(
    _ folder: RawFolder
  ) throws(RawFileError) -> [String: [String: Double]] {
    let raw = try RawTable(folder, "flows/us_imports_2013_2025_naics3_country.csv.xz")
    let year = try raw.column("year")
    let origin = try raw.column("cty_name")
    let industry = try raw.column("naics3")
    let value = try raw.column("con_val_usd")
    var margins: [String: [String: Double]] = [:]
    for (line, fields) in raw.records where fields.field(year) == Self.year {
      guard let dollars = Double(fields.field(value)) else {
        throw RawFileError(file: raw.file, line: line, problem: "needs numbers")
      }
      margins[fields.field(origin), default: [:]][fields.field(industry)] = dollars
    }
    return margins
  }
}
