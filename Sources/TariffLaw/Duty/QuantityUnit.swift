/// A unit of quantity by its plain lower-case name (`kg`, `bbl`, `no`, `pf.liter`).
///
/// The schedule spells units in many ways; ``init(spelling:)`` folds the spellings it uses into one
/// name. Units are never converted silently: see ``factor(to:)``.
public struct QuantityUnit: Hashable, Sendable {
  public let name: String

  /// Takes a canonical name as it is.
  package init(name: String) { self.name = name }

  /// Folds a spelling (`KG`, `Barrels`, `No.`, `doz. prs.`), or a name as we print it, into the canonical unit.
  ///
  /// - Returns: `nil` for a spelling that is not known.
  public init?(spelling: some StringProtocol) {
    let folded = spelling.lowercased().filter { !$0.isWhitespace }
    guard let name = QuantityUnit.canonical[folded] ?? QuantityUnit.canonical[folded + "."] else {
      return nil
    }
    self.name = name
  }

  /// How many `other` one of this unit is, where the two measure the same thing; else `nil`.
  public func factor(to other: QuantityUnit) -> Fraction? {
    if self == other { return 1 }
    guard let mine = QuantityUnit.measures[name], let theirs = QuantityUnit.measures[other.name],
      mine.dimension == theirs.dimension
    else { return nil }
    return mine.size / theirs.size
  }

  private static let canonical: [String: String] = {
    let names = Set(spelled.values)
    return spelled.merging(names.map { ($0.filter { $0 != " " }, $0) }) { spelling, _ in spelling }
  }()

  private static let spelled: [String: String] = [
    "kg": "kg", "kgs": "kg", "kilogram": "kg", "kilograms": "kg", "kg.": "kg",
    "g": "g", "gm": "g", "gm.": "g", "gram": "g", "grams": "g",
    "t": "t", "ton": "t", "tons": "t", "tonne": "t", "tonnes": "t", "metricton": "t",
    "metrictons": "t",
    "cgm": "content g", "ckg": "content kg", "cyk": "clean yield kg", "cykg": "clean yield kg",
    "cy.kg": "clean yield kg", "cleankg": "clean yield kg", "lin.m": "linear m",
    "no": "no", "no.": "no", "each": "no", "number": "no", "article": "no", "pcs": "pcs",
    "pcs.": "pcs", "piece": "pcs", "pieces": "pcs", "pc": "pcs",
    "doz": "doz", "doz.": "doz", "dozen": "doz", "dpr": "doz prs", "doz.prs.": "doz prs",
    "dozenpairs": "doz prs", "doz.pr.": "doz prs", "dpc": "doz pcs", "doz.pcs.": "doz pcs",
    "dozenpieces": "doz pcs",
    "prs": "prs", "prs.": "prs", "pr": "prs", "pair": "prs", "pairs": "prs", "pr.": "prs",
    "hun": "hundred", "hundred": "hundred", "hundreds": "hundred", "100": "hundred",
    "ths": "thousand", "thousand": "thousand", "thousands": "thousand", "1000": "thousand",
    "1,000": "thousand", "gr": "gross", "grs": "gross", "gr.": "gross", "gross": "gross",
    "l": "liter", "liter": "liter", "liters": "liter", "litre": "liter",
    "pfl": "pf.liter", "pf.liter": "pf.liter", "pf.liters": "pf.liter", "proofliter": "pf.liter",
    "prooflitre": "pf.liter", "pf.l": "pf.liter",
    "bbl": "bbl", "bbl.": "bbl", "barrel": "bbl", "barrels": "bbl",
    "m": "m", "meter": "m", "meters": "m", "linm": "linear m", "lnm": "linear m",
    "linearmeter": "linear m", "linearmeters": "linear m", "km": "km", "kilometer": "km",
    "m2": "m2", "m²": "m2", "squaremeter": "m2", "squaremeters": "m2", "sq.m": "m2",
    "cm2": "cm2", "cm²": "cm2", "m3": "m3", "m³": "m3", "cubicmeter": "m3", "cubicmeters": "m3",
    "km3": "thousand m3", "thousandm3": "thousand m3", "thousandcubicmeters": "thousand m3",
    "car": "carat", "carat": "carat", "carats": "carat", "kts": "karat",
    "ctn": "carton", "carton": "carton", "pk": "pack", "pack": "pack", "packs": "pack",
    "sme": "m2 equivalent", "sq": "square", "square": "square", "squares": "square",
    "fbm": "board foot", "mwh": "mwh", "kwh": "kwh", "ds": "dose", "dose": "dose",
    "doses": "dose", "jewel": "jewel", "jewels": "jewel", "head": "head",
    "megawatthours": "mwh", "mbq": "mbq", "fibm": "fiber m",
    "x": "none",
  ]

  private static let measures: [String: (dimension: String, size: Fraction)] = [
    "kg": ("mass", 1), "g": ("mass", Fraction(1, over: 1000)), "t": ("mass", 1000),
    "content kg": ("content mass", 1), "content g": ("content mass", Fraction(1, over: 1000)),
    "no": ("count", 1), "pcs": ("count", 1), "head": ("count", 1),
    "doz": ("count", 12), "doz pcs": ("count", 12), "hundred": ("count", 100),
    "thousand": ("count", 1000), "gross": ("count", 144),
    "prs": ("pairs", 1), "doz prs": ("pairs", 12),
    "liter": ("volume", Fraction(1, over: 1000)), "m3": ("volume", 1),
    "thousand m3": ("volume", 1000),
    "m": ("length", 1), "linear m": ("length", 1), "km": ("length", 1000),
    "m2": ("area", 1), "cm2": ("area", Fraction(1, over: 10_000)),
    "kwh": ("energy", 1), "mwh": ("energy", 1000),
  ]
}

extension QuantityUnit: CustomStringConvertible {
  public var description: String { name }
}
