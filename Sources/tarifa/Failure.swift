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
}
