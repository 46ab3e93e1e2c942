import ArgumentParser
import TradeData
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

  /// The imported set of a name such as `store:NAME`, with a warning for what it leaves out; `nil`
  /// for any other name.
  func baseline(_ name: String) throws(Failure) -> ImportBaseline? {
    guard name.hasPrefix(TradeStore.baselinePrefix) else { return nil }
    guard let store = try existing() else {
      throw .input(
        "\(name): there is no store; import files with 'tarifa data import', or give --store")
    }
    let stored: StoredBaseline
    do {
      stored = try store.baseline(String(name.dropFirst(TradeStore.baselinePrefix.count)))
    } catch {
      throw .input("\(error)")
    }
    let unusable = stored.set.unusable
    if unusable.rows > 0 {
      Console.error(
        "tarifa: \(name): \(unusable.rows) cells without known value or duty are left out; their"
          + " known value is $\(Dollars.text(cents: unusable.value))")
    }
    return stored.baseline
  }
}
