import Answers
import Foundation
import ListDesign
import Testing
import TradeAction

struct ClashAnswerTests {
  /// Nine tenths of technology of which China has at most a tenth are not to be had for so much.
  private static let clash = Result {
    guard
      case .impossible(let clash) = try ShippedDesigns.designer(
        try ShippedDesigns.brief(
          target: "{value: 30000000000, tolerance: 0.5%}", floor: "90%", cap: "10%")
      ).design(isBrief: true)
    else { throw ActionError(message: "the brief was met") }
    return clash
  }

  @Test func theDocumentNamesWhatClashes() throws {
    let clash = try Self.clash.get()
    let document = try ShippedDesigns.object(ClashAnswer(clash).json.text)
    #expect(document["status"] as? String == "impossible")
    let rows = try #require(document["clash"] as? [[String: Any]])
    let names = rows.compactMap { $0["condition"] as? String }
    #expect(names.contains("at least 90% technology goods"))
    #expect(names.contains("at most 10% from the partner"))
    #expect(document["fails_in_parts"] as? Bool == true)
    let alone = try #require(document["alone"] as? [[String: Any]])
    #expect(!alone.isEmpty)
    for change in alone {
      let (from, to) = (change["from"] as? Double ?? 0, change["to"] as? Double ?? 0)
      #expect(change["bound"] as? String == "lower" ? to < from : to > from)
      #expect(names.contains(change["condition"] as? String ?? ""))
    }
    let text = ClashAnswer(clash).text
    for name in names { #expect(text.contains("  \(name)\n")) }
    #expect(text.contains("No list meets this brief at 25%."))
  }

  /// Each move by itself makes the brief one that can be met, rounded as the text rounds it; and so do all
  /// that are named together.
  @Test func theMovesHelp() throws {
    let clash = try Self.clash.get()
    let reasons = try #require(clash.reasons)
    #expect(!reasons.alone.isEmpty)
    for change in reasons.alone { try expectMet(by: [change], clash) }
    if !reasons.together.isEmpty { try expectMet(by: reasons.together, clash) }
  }

  private func expectMet(by changes: [DesignClash.Change], _ clash: DesignClash) throws {
    var (target, floor, cap) = (30_000_000_000, "90%", "10%")
    let text = ClashAnswer(clash).text
    for change in changes {
      let name = change.condition.name
      switch change.condition.kind {
      case .target:
        #expect(change.isLower)
        // The least value of the list is the target less the tolerance.
        target = Int(change.to / 0.995)
      case .floor, .cap:
        let share = try #require(change.share) * 100
        let shown = try #require(
          text.split(separator: "\n").filter { $0.hasPrefix("  \(name): ") }
            .compactMap { line in
              line.dropFirst(name.count + 4).prefix { $0 != "%" }.description
            }.first { abs((Double($0) ?? .nan) - share) < 0.011 })
        let number = try #require(Double(shown))
        #expect(change.isLower ? number <= share : number >= share)
        if change.isLower { floor = shown + "%" } else { cap = shown + "%" }
      case .lines: Issue.record("the brief has no number of lines")
      }
    }
    let mended = try ShippedDesigns.brief(
      target: "{value: \(target), tolerance: 0.5%}", floor: floor, cap: cap)
    switch try ShippedDesigns.designer(mended).design(isBrief: true) {
    case .chosen: break
    case .impossible, .undecided:
      Issue.record("\(changes.map(\.condition.name)) to \(target), \(floor), \(cap) does not help")
    }
  }
}
