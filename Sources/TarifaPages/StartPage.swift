import TarifaReport

/// The first page: what can be asked, and the shortest way there.
public struct StartPage: Sendable {
  let vintage: PageVintage
  let duty: DutyForm

  public init(_ vintage: PageVintage, duty: DutyForm) {
    self.vintage = vintage
    self.duty = duty
  }

  public var page: Page {
    var page = Page("Tarifa", in: nil, vintage)
    page.body.add("h1", text: "What duty is owed, and what would a tariff do?")
    page.body.add(
      "p", [("class", "lead")],
      text:
        "One engine for the law and for what it does: every figure with its citation, its range and its data."
    )
    duty.write(&page.body, full: false)
    page.body.begin("ul", [("class", "cards")])
    for room in PageRoom.allCases where room != .duty {
      page.body.begin("li")
      page.body.begin("h2")
      page.body.addLink(room.title, to: room.path)
      page.body.end()
      page.body.add("p", text: room.words)
      page.body.end()
    }
    page.body.end()
    page.body.add("h2", text: "To begin with")
    page.body.begin("ul")
    for example in PageExample.all {
      page.body.begin("li")
      page.body.addLink(example.words, to: example.address)
      page.body.end()
    }
    page.body.end()
    return page
  }

  /// The page of duties before anything was asked.
  public var dutyPage: Page {
    var page = Page("Duty", in: .duty, vintage)
    page.body.add("h1", text: "What duty is owed?")
    page.body.add("p", [("class", "lead")], text: PageRoom.duty.words)
    duty.write(&page.body, full: true)
    return page
  }
}
