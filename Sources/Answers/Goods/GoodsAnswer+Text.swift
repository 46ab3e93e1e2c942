extension GoodsAnswer {
  public var text: String {
    var lines: [String] = []
    for place in above { lines.append("\(place.code.dotted)  \(place.text)") }
    if goods.isEmpty {
      lines.append(
        above.isEmpty
          ? "No good of edition \(edition) has these words; try fewer, or browse with --under."
          : "Nothing stands below it in edition \(edition).")
    }
    for place in goods {
      var line = "  \(Amount.left(place.code.dotted, 14))\(place.text)"
      if let general = place.general { line += "  [\(general)]" }
      lines.append(line)
      if !request.words.isEmpty, !place.context.isEmpty {
        lines.append("  " + Amount.left("", 14) + place.context)
      }
    }
    if found > goods.count { lines.append("\(found - goods.count) more; --most gives more.") }
    lines.append("Edition \(edition), on \(on).")
    return lines.joined(separator: "\n") + "\n"
  }
}
