import ArgumentParser
import Questions
import TradeStore

/// The option of every command that reads or writes the store.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: "The store's file; else TARIFA_STORE, else tarifa/store.sqlite in the XDG data folder.")
  var path: String?

  /// The store; one is made where there is none.
  func store() throws(Failure) -> TradeStore {
    do {
      return try TradeStore(path: try StoreLocation.path(path))
    } catch {
      throw .input("\(error)")
    }
  }

  /// The store, if there is one. A path given by hand must be there.
  func existing() throws(Failure) -> TradeStore? {
    let found: TradeStore?
    do {
      found = try TradeStore.existing(path: try StoreLocation.path(path))
    } catch {
      throw .input("\(error)")
    }
    if let path, found == nil { throw .input("--store: there is no store '\(path)'") }
    return found
  }

  /// A desk of the command line, where names may be paths.
  var desk: Desk {
    Desk(reach: .files, store: path) { Console.error("tarifa: \($0)") }
  }
}
