import Finding
import LawFiles
import TariffLaw
import Yams

/// Any text given for a file of law becomes law or problems with their places, soon and in little
/// memory; what becomes law is the same after compiling.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = LawFile(input(start, count))
  checkNode(file)
  do throws(LawErrors) {
    let regime = try file.regime()
    checkCompiling(regime)
  } catch {
    hold(!error.errors.isEmpty, "refused without a word: \(file.text)")
    for problem in error.errors { check(problem, in: file) }
  }
  return 0
}

/// A problem says which file and what, and where it names a place the text has it.
private func check(_ problem: LawError, in file: LawFile) {
  hold(problem.file == file.name, "in '\(problem.file)': \(problem)")
  hold(
    !problem.message.isEmpty && problem.message.utf8.count < 4096 + 4 * file.bytes.count,
    "\(problem)")
  guard problem.line != 0 || problem.column != 0 else { return }
  hold((1...file.lines.count).contains(problem.line), "line of \(file.lines.count): \(problem)")
  // The end of a line, and of the text, is a place.
  let width = file.lines[problem.line - 1].count
  hold((1...width + 1).contains(problem.column), "column of \(width): \(problem)")
}

/// Plain data only: what is accepted has no anchors, and what YAML refuses is refused with a place.
private func checkNode(_ file: LawFile) {
  do throws(LawErrors) {
    let node = try YAMLText.node(file.bytes, file: file.name)
    // The nodes hold their anchors weakly; the parser keeps them.
    let parser = try? Parser(yaml: file.text)
    guard let again = try? parser?.singleRoot() else {
      hold(false, "accepted and not YAML: \(file.text)")
      return
    }
    hold(again == node, "two readings of \(file.text)")
    withExtendedLifetime(parser) {
      hold(!hasAnchor(again), "an anchor is accepted: \(file.text)")
    }
  } catch {
    hold(error.errors.count == 1, "not one problem: \(error)")
    check(error.errors[0], in: file)
  }
}

private func hasAnchor(_ node: Node) -> Bool {
  if node.anchor != nil { return true }
  switch node {
  case .scalar: return false
  case .mapping(let mapping): return mapping.contains { hasAnchor($0.key) || hasAnchor($0.value) }
  case .sequence(let sequence): return sequence.contains(where: hasAnchor)
  case .alias: return true
  }
}

/// Compiled and opened, the law is the law, and compiles to the same bytes.
private func checkCompiling(_ regime: Regime) {
  let bytes = regime.encoded
  do {
    let opened = try Regime(decoding: Bytes(bytes))
    hold(opened == regime, "opened as \(opened.measures), compiled from \(regime.measures)")
    hold(opened.encoded == bytes, "compiles to other bytes: \(regime.measures)")
  } catch {
    hold(false, "compiled and does not open: \(error)")
  }
}
