import Answers
import LawFiles
import ListSelection
import LongWork
import TariffLaw
import TradeAction
import TradeData
import TradeStore

/// Why a question has no answer.
public enum Refusal: Error, Hashable, Sendable {
  /// Input that can be mended.
  ///
  /// - field: the parameter it is about; empty when the whole question is meant.
  case mend(field: String, String)
  /// Parameters that do not fit together.
  case usage(String)
  /// A fault of the program, or of the data it ships.
  case fault(String)
  /// Nobody waits for the answer any more.
  case stopped

  public var message: String {
    switch self {
    case .mend(let field, let message): field.isEmpty ? message : "\(field): \(message)"
    case .usage(let message): message
    case .fault(let message):
      "\(message) (this is a fault of Tarifa; please report it)"
    case .stopped: "the work was stopped"
    }
  }

  /// Runs a body with the errors of law, actions, lists and data as refusals.
  package static func mending<Result>(_ body: () throws -> Result) throws(Refusal) -> Result {
    do {
      return try body()
    } catch let error as Refusal {
      throw error
    } catch is WorkStopped {
      throw .stopped
    } catch SelectionError.stopped {
      throw .stopped
    } catch let error as RequestError {
      throw .mend(field: error.field, error.message)
    } catch let error as ActionError {
      throw .mend(field: "", "\(error)")
    } catch let error as LawErrors {
      throw .mend(field: "", "\(error)")
    } catch let error as SelectionError {
      throw .mend(field: "", "\(error)")
    } catch let error as StoreError {
      throw .mend(field: "", "\(error)")
    } catch let error as CodeError {
      throw .mend(field: "hts", "\(error)")
    } catch {
      throw .fault("\(error)")
    }
  }
}
