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
          target: "{value: 30000000000, tolerance: 0.5%}", floor: "90%", cap: "10%",
          smallest: 20_000_000)
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
    for remedy in alone {
      let changes = try #require(remedy["changes"] as? [[String: Any]])
      #expect(changes.count == 1 && remedy["lines"] as? Int ?? 0 > 0)
      for change in changes {
        let (from, to) = (change["from"] as? Double ?? 0, change["to"] as? Double ?? 0)
        #expect(change["bound"] as? String == "lower" ? to < from : to > from)
        #expect(names.contains(change["condition"] as? String ?? ""))
      }
    }
    let text = ClashAnswer(clash).text
    for name in names { #expect(text.contains("  \(name)")) }
    #expect(text.contains("No list meets this brief at 25%."))
    #expect(text.contains("  value of the list: $29.850 bn to $30.150 bn\n"))
  }

  /// The list of each remedy meets the brief with the bounds that it moves, counted from its lines; and none
  /// of the remedies moves a bound further than its list needs.
  @Test func theMovesHelp() throws {
    let clash = try Self.clash.get()
    let reasons = try #require(clash.reasons)
    let remedies = reasons.alone + [reasons.together].compactMap(\.self)
    #expect(remedies.count > 1)
    let groups = clash.brief.groups.map(\.name)
    let technology = try #require(groups.firstIndex(of: "technology"))
    let consumer = try #require(groups.firstIndex(of: "consumer"))
    for remedy in remedies {
      let lines = remedy.chosen.map { clash.pool.candidates[$0] }
      let value = lines.reduce(0) { $0 + $1.line.value }
      func share(_ part: (Candidate) -> Double) -> Double {
        lines.reduce(0) { $0 + $1.line.value * part($1) } / value
      }
      #expect(share { $0.membership[consumer] } <= 0.2 + 1e-9)
      // What each bound is, moved or not.
      var (least, floor, cap) = (30e9 * 0.995, 0.9, 0.1)
      for change in remedy.changes {
        switch change.condition.kind {
        case .target: least = change.to
        case .floor: floor = try #require(change.share)
        case .cap: cap = try #require(change.share)
        case .lines: Issue.record("the brief has no number of lines")
        }
      }
      #expect(value >= least - 0.01 && value <= 30e9 * 1.005)
      #expect(share { $0.membership[technology] } >= floor - 1e-9)
      #expect(share { $0.line.partnerShare ?? 9 } <= cap + 1e-9)
      for change in remedy.changes {
        switch change.condition.kind {
        case .target: #expect(abs(value - least) < 0.02)
        case .floor: #expect(abs(share { $0.membership[technology] } - floor) < 1e-9)
        case .cap: #expect(abs(share { $0.line.partnerShare ?? 9 } - cap) < 1e-9)
        case .lines: break
        }
      }
    }
  }

  /// Figures of the text are rounded to the side that helps: with them, and a little room, there is a list.
  @Test func theTextCanBeFollowed() throws {
    let clash = try Self.clash.get()
    let reasons = try #require(clash.reasons)
    let text = ClashAnswer(clash).text.split(separator: "\n")
    for change in reasons.alone.flatMap(\.changes) {
      let start = "  \(change.condition.name): "
      let words = try #require(
        text.first {
          $0.hasPrefix(start) && (change.share != nil || $0.contains(" rather than "))
        }
      ).dropFirst(start.count)
      var (target, floor, cap) = (30_000_000_000, "90%", "10%")
      if let share = change.share {
        let shown = try #require(Double(words.prefix { $0 != "%" }))
        #expect(change.isLower ? shown <= share * 100 : shown >= share * 100)
        #expect(abs(shown - share * 100) < 0.0101)
        if change.isLower { floor = "\(shown - 1)%" } else { cap = "\(shown + 1)%" }
      } else {
        let shown = try #require(
          words.split(separator: "$").dropFirst().first
            .flatMap { Double($0.prefix { $0 != " " }) })
        #expect(shown * 1e9 <= change.to && change.to - shown * 1e9 < 1e6 + 1)
        target = Int(shown * 1e9 * 0.98)
      }
      let mended = try ShippedDesigns.brief(
        target: "{value: \(target), tolerance: 0.5%}", floor: floor, cap: cap, smallest: 20_000_000)
      let result = try ShippedDesigns.designer(mended).design(isBrief: true, explains: false)
      guard case .chosen = result else {
        Issue.record("\(change.condition.name): \(target), \(floor), \(cap) does not help")
        continue
      }
    }
  }
}
