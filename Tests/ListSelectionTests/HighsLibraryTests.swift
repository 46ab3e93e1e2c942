import ListSelection
import Testing

@Suite struct HighsLibraryTests {
  @Test func aMissingLibraryIsOneClearError() {
    let path = "/nowhere/libhighs.so"
    #expect(throws: HighsError.missing(lookedIn: [path])) { try HighsLibrary(path: path) }
    #expect(HighsError.missing(lookedIn: [path]).description.contains("scripts/setup"))
  }

  @Test func aFileThatIsNoLibraryIsRefused() {
    do {
      _ = try HighsLibrary(path: #filePath)
      Issue.record("loaded")
    } catch {
      guard case .unloadable(let path, _) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(path == #filePath)
    }
  }

  @Test func theInstalledLibraryIsTheOneTested() throws {
    #expect(try HighsLibrary.installed().version == "1.15.1")
  }
}
