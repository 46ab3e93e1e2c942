import ArgumentParser
import Questions

/// The base and the assumptions of commands about a world.
struct WorldModelOptions: ParsableArguments {
  @Option(help: "The world base: 2017-81x28 or 2017-7x44.")
  var base: String?

  @Option(help: "What is assumed of total balances: fixed, balanced or proportional.")
  var deficits: String?

  @Option(help: "Whether labour moves between sectors: mobile or fixed.")
  var labour: String?

  @Option(help: "A set of trade elasticities, in place of the base's first.")
  var theta: String?

  /// A question's own options with those given in their place.
  func applied(to usual: WorldOptions) -> WorldOptions {
    var options = usual
    if let base { options.base = base }
    if let deficits { options.deficits = deficits }
    if let labour { options.labour = labour }
    if let theta { options.theta = theta }
    return options
  }
}
