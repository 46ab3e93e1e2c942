import Questions

/// Why a command has no answer, with the exit code of the contract.
struct Failure: Error {
  let message: String
  let code: Int32

  /// Input that the user can mend.
  static func input(_ message: String) -> Failure { Failure(message: message, code: 1) }

  /// Options that do not fit together.
  static func usage(_ message: String) -> Failure { Failure(message: message, code: 2) }

  /// A fault of ours, or of the data we ship.
  static func internalFault(_ message: String) -> Failure {
    Failure(message: "\(message) (this is a fault of Tarifa; please report it)", code: 70)
  }

  init(message: String, code: Int32) {
    self.message = message
    self.code = code
  }

  /// A refusal of the desk, with the option it is about.
  init(_ refusal: Refusal) {
    switch refusal {
    case .mend(let field, let message): self = .input(Self.named(field) + message)
    case .usage(let message): self = .usage(message)
    case .fault(let message): self = .internalFault(message)
    // Nothing stops the work of a command but the end of its process.
    case .stopped: self = .internalFault(refusal.message)
    }
  }

  /// How a message begins that is about an argument or an option.
  private static func named(_ field: String) -> String {
    switch field {
    // Messages about these name the action, brief or case itself.
    case "", "action", "brief", "a", "b", "file": ""
    case "hts": "hts: "
    default: "--\(field): "
    }
  }
}
