// swift-tools-version: 6.1
import PackageDescription

// Targets for libFuzzer, built and run by scripts/fuzz; docs/fuzzing.md says what each checks. The
// modules under test are compiled here from the sources of the house, through the links in Rooms,
// so that a sanitized build holds nothing else.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func room(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, path: "Rooms/\(name)", swiftSettings: strict)
}

/// A program without a `main` of its own: libFuzzer brings it.
func fuzz(_ name: String, _ imports: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: ["Finding"] + imports, path: name,
    swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "fuzz",
  dependencies: [.package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")],
  targets: [
    room("TabularText"),
    room("TariffLaw"),
    room("LawFiles", ["TariffLaw", "TabularText", .product(name: "Yams", package: "Yams")]),
    .target(name: "TarifaCHeader", path: "Rooms/TarifaCHeader"),
    room("TarifaC", ["TariffLaw", "TarifaCHeader"]),
    .target(name: "Finding", path: "finding", swiftSettings: strict),
    fuzz("c-interface", ["TarifaC", "TarifaCHeader", "LawFiles", "TariffLaw"]),
    fuzz("csv", ["TabularText"]),
    fuzz("duty-text", ["TariffLaw"]),
    fuzz("law-yaml", ["LawFiles", "TariffLaw", .product(name: "Yams", package: "Yams")]),
  ],
  swiftLanguageModes: [.v6]
)
