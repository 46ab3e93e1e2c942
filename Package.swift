// swift-tools-version: 6.1
import PackageDescription

// One direction of imports; docs/decisions/0001-modules.md says why each room exists.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func room(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

func tests(
  _ name: String, _ imports: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + imports,
    path: "Tests/\(name)Tests",
    exclude: exclude,
    swiftSettings: strict)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let http: [Target.Dependency] = [
  .product(name: "Hummingbird", package: "hummingbird"),
  .product(name: "HummingbirdCore", package: "hummingbird"),
  .product(name: "HTTPTypes", package: "swift-http-types"),
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
]
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
  name: "tarifa",
  products: [
    .executable(name: "tarifa", targets: ["tarifa"]),
    .executable(name: "databuild", targets: ["databuild"]),
    // For Python, Spark and C: scripts/wheel builds it without the system's Swift libraries.
    .library(name: "TarifaC", type: .dynamic, targets: ["TarifaC"]),
    // For the benchmarks, which are a package of their own.
    .library(
      name: "TarifaEngine",
      targets: [
        "TariffLaw", "TradeData", "TradeAction", "TradeImpact", "Answers", "ListSelection",
        "WorldModel", "TarifaC", "TarifaCHeader",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Text formats: standard library only.
    room("TabularText"),
    room("JSONText"),
    // A place to stop and to tell from, for work that takes long.
    room("LongWork"),
    // The law engine: standard library only, no I/O, takes bytes.
    room("TariffLaw"),
    // The law engine over columns for other languages: standard library only. The header says how to call it.
    .target(name: "TarifaCHeader"),
    room("TarifaC", ["TariffLaw", "TarifaCHeader"]),
    room("LawFiles", ["TariffLaw", "TabularText", yams]),
    // The shipped set, embedded, and its readers.
    .target(name: "EmbeddedData"),
    room("TradeData", ["TariffLaw", "TabularText", "EmbeddedData"]),
    // Imported files: a SQLite store beside the shipped set.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    room("TradeStore", ["TradeData", "TariffLaw", "TabularText", "CZlib", grdb]),
    room("TradeAction", ["LawFiles", "TradeData", "TariffLaw", yams]),
    // The exact choice of a list: knows nothing of tariffs. HiGHS is loaded at run time.
    room("ListSelection", ["LongWork"]),
    room("TradeImpact", ["TradeAction", "TradeData", "TariffLaw", "LongWork"]),
    // General equilibrium: knows a base and a shock, nothing of law or actions.
    room("WorldModel", ["TabularText"]),
    // The list designer: a brief becomes a selection, a selection an action.
    room(
      "ListDesign",
      ["ListSelection", "TradeImpact", "TradeAction", "TradeData", "TariffLaw", "LongWork"]),
    // The craft around a list: two actions compared, the notice, exclusions, exemptions, rotation.
    room(
      "ActionStudy",
      [
        "TradeImpact", "TradeAction", "TradeData", "LawFiles", "TariffLaw", "TabularText",
        "LongWork",
      ]),
    // Where an answer becomes JSON or a page of text, once for every surface.
    room(
      "Answers",
      [
        "TariffLaw", "LawFiles", "TradeData", "TradeAction", "TradeImpact", "ListDesign",
        "ActionStudy", "WorldModel", "WorldStudy", "JSONText", "TabularText", "LongWork", yams,
      ]),
    // Questions as text, answered at a desk that keeps law and data open; the command line and the server ask here.
    room(
      "Questions",
      [
        "Answers", "ActionStudy", "ListDesign", "ListSelection", "WorldModel", "WorldStudy",
        "TradeImpact", "TradeAction", "TradeStore", "TradeData", "LawFiles", "TariffLaw",
        "TabularText", "JSONText", "LongWork",
      ]),
    // The pages: functions of answers' JSON. What they are styled with is embedded.
    .target(name: "EmbeddedPages"),
    room("TarifaPages", ["TarifaReport", "JSONText", "TabularText", "EmbeddedPages"]),
    // The questions over HTTP, as documents and as pages.
    room(
      "TarifaServer",
      [
        "TarifaPages", "TarifaReport", "Questions", "Answers", "TradeStore", "TradeData",
        "TariffLaw", "JSONText", "LongWork", logging,
      ] + http),
    // Charts, reports and workbooks: functions of an answer's JSON.
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    room("TarifaReport", ["JSONText", "TabularText", "TariffLaw", "CXlsxWriter"]),
    // An action through the world's sectors, on the shipped bases.
    room(
      "WorldStudy",
      [
        "WorldModel", "TradeImpact", "TradeAction", "TradeData", "LawFiles", "TariffLaw",
        "TabularText",
      ]),
    // The data compiler.
    room(
      "DataCompiler",
      ["WorldModel", "TariffLaw", "TradeData", "LawFiles", "TabularText", "JSONText"]),
    .executableTarget(
      name: "tarifa",
      dependencies: [
        "ActionStudy", "Answers", "LawFiles", "ListDesign", "ListSelection", "TabularText",
        "Questions", "TarifaReport", "TarifaServer", "TradeAction", "TradeData", "TradeImpact",
        "TradeStore", "TariffLaw", arguments,
      ], swiftSettings: strict),
    .executableTarget(
      name: "databuild", dependencies: ["DataCompiler", "LawFiles", arguments],
      swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("TabularText"),
    tests("JSONText"),
    tests("TariffLaw"),
    // Columns answer as the batch command does.
    tests("TarifaC", ["TarifaCHeader", "Answers", "TabularText", "TariffLaw", "TradeData"]),
    tests("LawFiles", ["TariffLaw", "TradeData"]),
    tests("TradeData", ["TariffLaw"]),
    // The command itself is killed in the middle of an import.
    tests("TradeStore", ["tarifa", "TariffLaw", "TradeData", "TabularText", grdb]),
    tests("TradeAction", ["LawFiles", "TariffLaw", "TradeData"]),
    tests("LongWork"),
    tests("ListSelection", ["LongWork"]),
    tests("TradeImpact", ["TradeAction", "TradeData", "TariffLaw", "LongWork"]),
    // The partial equilibrium is a limit of the general one.
    tests("WorldModel", ["TabularText", "TradeImpact"]),
    tests(
      "ListDesign",
      ["LawFiles", "TradeAction", "TradeData", "TradeImpact", "TariffLaw", "LongWork"]),
    tests(
      "ActionStudy",
      ["TabularText", "TradeImpact", "TradeAction", "TradeData", "LawFiles", "TariffLaw"]),
    tests(
      "Answers",
      [
        "ActionStudy", "JSONText", "LawFiles", "ListDesign", "TabularText", "TariffLaw",
        "TradeData", "TradeAction", "TradeImpact", "LongWork",
      ]
    ),
    tests("Questions", ["Answers", "JSONText", "LongWork"]),
    // The command itself answers beside the server, and is the server.
    tests(
      "TarifaServer",
      [
        "tarifa", "Answers", "JSONText", "Questions", "TradeStore", logging,
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ] + http),
    tests("TarifaPages", ["JSONText", "Questions"]),
    tests(
      "TarifaReport",
      [
        "ActionStudy", "Answers", "JSONText", "LawFiles", "ListDesign", "Questions", "TabularText",
        "TariffLaw", "TradeAction", "TradeData", "TradeImpact",
      ]),
    tests(
      "WorldStudy",
      ["WorldModel", "TradeImpact", "TradeAction", "TradeData", "LawFiles", "TariffLaw"]),
    tests(
      "DataCompiler", ["TariffLaw", "TradeData", "LawFiles", "WorldModel", "WorldStudy"],
      exclude: ["Fixtures"]),
    // The command itself, as it is typed.
    .testTarget(
      name: "tarifaTests", dependencies: ["tarifa", "TestSupport"], path: "Tests/tarifaTests",
      swiftSettings: strict),
    .testTarget(
      name: "LawCasesTests",
      dependencies: ["TariffLaw", "LawFiles", "TabularText", "TradeData", "Answers"],
      path: "Tests/LawCasesTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
