package import Foundation

/// The command `tarifa`, which is built beside the tests.
package enum BuiltCommand {
  package static func url() throws -> URL {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("tarifa")
  }

  /// Runs it to its end.
  package static func run(_ arguments: [String]) throws -> (output: [UInt8], code: Int32) {
    let (process, output) = (Process(), Pipe())
    process.executableURL = try url()
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = [UInt8](try output.fileHandleForReading.readToEnd() ?? Data())
    process.waitUntilExit()
    return (bytes, process.terminationStatus)
  }
}
