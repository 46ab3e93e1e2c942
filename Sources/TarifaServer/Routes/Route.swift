import Answers
import JSONText
import Questions

/// A question over HTTP: its path, its parameters and how it is asked.
public struct Route: Sendable {
  public enum Method: String, Sendable {
    /// Parameters in the query.
    case get = "GET"
    /// Parameters in the body, as a JSON object or as a form.
    case post = "POST"
  }

  /// How long an answer takes.
  enum Weight: Sendable {
    /// Milliseconds.
    case quick
    /// From tenths of a second to minutes, on several cores.
    case heavy
  }

  public let method: Method
  /// Below `/v1/`: `rates/etr`.
  public let path: String
  /// The words of the command that gives the same answer: `rates etr`.
  public let command: [String]
  /// One line.
  public let words: String
  public let fields: [RouteField]
  let weight: Weight
  let ask: @Sendable (Desk, [Parameter]) throws(Problem) -> Asked

  typealias Parameter = (name: String, text: String)

  init<Asking: Question>(
    _ method: Method, _ path: String, _ question: Asking.Type, _ weight: Weight,
    command: [String]? = nil, _ words: String
  ) {
    let fields = Asking.form.fields.map { RouteField($0) }
    self.method = method
    self.path = path
    self.command = command ?? path.split(separator: "/").map(String.init)
    self.words = words
    self.fields = fields
    self.weight = weight
    ask = { desk, given throws(Problem) in
      let question: Asking
      do throws(RequestError) {
        question = try Asking(given)
      } catch {
        throw Problem(error, of: fields)
      }
      do throws(Refusal) {
        return Asked(Asking.document(try question.answer(at: desk)))
      } catch {
        throw Problem(error, of: fields)
      }
    }
  }

  /// With the version of the interface.
  public var fullPath: String { "/v1/\(path)" }
}
