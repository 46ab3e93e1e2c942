import ArgumentParser

/// `tarifa world`: the world's markets together.
struct WorldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "world", abstract: "Tariffs in general equilibrium, every country and sector.",
    subcommands: [
      WorldSolveCommand.self, WorldAssessCommand.self, WorldGameCommand.self,
      WorldEscalateCommand.self,
    ])
}
