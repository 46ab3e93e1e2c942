import ArgumentParser
import Foundation
import Questions

/// The command `tarifa`.
@main
struct Tarifa: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tarifa",
    abstract: "An open engine for trade actions: what is owed and why, and what an action does.",
    version: EngineVersion.text,
    subcommands: [
      DutyCommand.self, GoodsCommand.self, HistoryCommand.self, RatesCommand.self,
      AssessCommand.self, BriefCommand.self, DesignCommand.self, DiffCommand.self,
      AnnexCommand.self, ExclusionsCommand.self,
      ExemptionsCommand.self, RotateCommand.self, CaseCommand.self, WorldCommand.self,
      DeficitCommand.self,
      ActionsCommand.self, LawCommand.self, DataCommand.self, ServeCommand.self,
    ])

  /// Runs the command with the exit codes of the contract: 0 an answer, 1 input the user can mend,
  /// 2 wrong usage, 70 a fault of ours.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as Failure {
      Console.error("tarifa: \(error.message)")
      Foundation.exit(error.code)
    } catch {
      let code = exitCode(for: error)
      if code.isSuccess { exit(withError: error) }
      Console.error(fullMessage(for: error))
      Foundation.exit(2)
    }
  }
}
