// swift-tools-version: 6.1
import PackageDescription

// Speed against a baseline on the same input in the same run: swift run -c release --package-path
// Benchmarks benchmarks
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "tarifa", path: "..")],
  targets: [
    .executableTarget(
      name: "benchmarks", dependencies: [.product(name: "TarifaEngine", package: "tarifa")]),
    // Entries in columns beside the batch command's pricer: swift run -c release --package-path Benchmarks entries
    .executableTarget(
      name: "entries", dependencies: [.product(name: "TarifaEngine", package: "tarifa")]),
    // The partial equilibrium against numpy: Benchmarks/impact-against-numpy runs both.
    .executableTarget(
      name: "impact", dependencies: [.product(name: "TarifaEngine", package: "tarifa")]),
    // The exact choice of a list against HiGHS alone: swift run -c release --package-path Benchmarks selection
    .executableTarget(
      name: "selection", dependencies: [.product(name: "TarifaEngine", package: "tarifa")]),
    // The world model against numpy: Benchmarks/world-against-numpy runs both.
    .executableTarget(
      name: "world", dependencies: [.product(name: "TarifaEngine", package: "tarifa")]),
  ],
  swiftLanguageModes: [.v6]
)
