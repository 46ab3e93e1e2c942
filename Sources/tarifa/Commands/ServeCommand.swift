import ArgumentParser
import Questions
import TarifaServer

/// `tarifa serve`: the questions over HTTP.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Answer over HTTP, on this machine unless told otherwise.",
    discussion: "docs/server.md describes the paths, the limits and what to put in front of it.")

  @Option(help: "The port; 0 for any that is free.")
  var port = ServerOptions().port

  @Option(help: "The address to listen on.")
  var host = ServerOptions.loopback

  @Option(
    name: .customLong("name"),
    help: "A name by which it may be called beside localhost and the address; may repeat.")
  var names: [String] = []

  @Flag(name: .customLong("openapi"), help: "Print the description of the paths and end.")
  var describes = false

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    if describes {
      Console.output(OpenAPIDocument().json.text)
      return
    }
    guard (0...65_535).contains(port) else {
      throw Failure.input("--port: \(port) is outside 0 to 65535")
    }
    var options = ServerOptions()
    options.host = host
    options.port = port
    options.names = names
    options.store = storeOptions.path
    let server = TarifaServer(options)
    let shown = host.contains(":") ? "[\(host)]" : host
    do {
      try Waiting.run {
        try await server.run { port in
          Console.output("Listening on http://\(shown):\(port)\n")
        }
      }
    } catch {
      throw Failure.input("\(shown):\(port) cannot be listened on: \(error)")
    }
  }
}
