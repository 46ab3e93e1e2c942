import JSONText
import TestSupport

/// What the command says of its own options.
struct HelpDump {
  struct Argument {
    let name: String
    let isPositional: Bool
    let isFlag: Bool
  }

  private let root: JSONValue

  init() throws {
    let dump = try BuiltCommand.run(["--experimental-dump-help"])
    root = try JSONValue(parsing: dump.output)["command"] ?? .null
  }

  /// The arguments of a command by the names of options and the value names of the rest.
  func arguments(of command: [String]) -> [Argument] {
    var found = root
    for word in command {
      let next = found["subcommands"]?.array?.first { $0["commandName"]?.string == word }
      guard let next else { return [] }
      found = next
    }
    return (found["arguments"]?.array ?? []).flatMap { argument -> [Argument] in
      let kind = argument["kind"]?.string
      if kind == "positional" {
        return [
          Argument(name: argument["valueName"]?.string ?? "", isPositional: true, isFlag: false)
        ]
      }
      return (argument["names"]?.array ?? []).compactMap { name in
        guard name["kind"]?.string == "long", let text = name["name"]?.string else { return nil }
        return Argument(name: text, isPositional: false, isFlag: kind == "flag")
      }
    }
  }
}
