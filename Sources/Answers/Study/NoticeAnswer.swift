public import ActionStudy
import TariffLaw

/// The annex of a notice as the surfaces show it.
public struct NoticeAnswer: Sendable {
  public let notice: Notice

  public init(_ notice: Notice) { self.notice = notice }

  /// The heading of a provision, or what stands for it.
  func heading(_ term: Term) -> String {
    // A column of the schedule has no heading to declare.
    if case .column = term.duty { return term.heading ?? "-" }
    return term.heading ?? notice.placeholder
  }

  /// The heading of the provision that stands for the rest of a section.
  func heading(_ section: NoticeSection) -> String {
    section.mainProvision.map(heading) ?? notice.placeholder
  }

  func rate(_ section: NoticeSection) -> String {
    section.mainProvision.map(LawWords.rate) ?? ""
  }

  /// What the counts say, and what the reader must know of the words.
  var foot: [String] {
    let counts = notice.counts
    var lines = [
      "\(LawWords.count(counts.lines, "line")), \(LawWords.grouped(counts.partly)) of them in part,"
        + " with \(LawWords.count(counts.parts, "ten-digit part"));"
        + " \(LawWords.count(counts.chapters, "chapter"))."
    ]
    if counts.bySubheading > 0 {
      lines.append(
        "\(LawWords.count(counts.bySubheading, "row")) marked * take the name of the subheading in"
          + " HS 2017: the schedule held for the day has no words for them.")
    }
    if counts.unnamed > 0 {
      lines.append("\(LawWords.count(counts.unnamed, "row")) have no words.")
    }
    for section in notice.sections where !section.missing.isEmpty {
      lines.append(
        "Not in edition \(notice.edition.id): "
          + section.missing.prefix(12).map(\.dotted).joined(separator: ", ")
          + (section.missing.count > 12 ? " and \(section.missing.count - 12) more." : "."))
    }
    var named: Set<String> = []
    for section in notice.sections
    where section.exemptions > 0 && named.insert(section.measure.id).inserted {
      lines.append(
        "\(section.measure.title): \(LawWords.count(section.exemptions, "exemption")) in force on"
          + " \(notice.day), stated apart; 'tarifa law book' prints them.")
    }
    if notice.sections.contains(where: {
      $0.provisions.contains { $0.heading == nil } && !$0.measure.isColumn
    }) {
      lines.append("\(notice.placeholder) stands for a heading to be assigned.")
    }
    return lines
  }

  /// Words with a mark where they are not the schedule's.
  static func marked(_ description: GoodsDescription) -> String {
    switch description.source {
    case .schedule: description.text
    case .subheading: description.text + " *"
    case .none: "(no words held)"
    }
  }
}
