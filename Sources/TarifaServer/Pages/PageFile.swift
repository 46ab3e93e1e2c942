import TarifaReport

/// A file that belongs to a page.
struct PageFile: Sendable {
  let bytes: [UInt8]
  let type: String
  /// What it is saved as; `nil` for what is shown.
  let name: String?

  init(_ bytes: [UInt8], type: String, name: String? = nil) {
    self.bytes = bytes
    self.type = type
    self.name = name
  }

  init(text: String, type: String, name: String? = nil) {
    self.init(Array(text.utf8), type: type, name: name)
  }

  /// A chart by the ending of its file; `nil` for an ending that is not known.
  init?(_ chart: any Chart, _ ending: String) throws {
    switch ending {
    case "svg": self.init(text: chart.svg, type: MediaType.svg)
    case "csv": self.init(text: chart.csv, type: MediaType.csv, name: "chart.csv")
    default: return nil
    }
  }
}
