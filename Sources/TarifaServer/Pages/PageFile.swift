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
  ///
  /// - Throws: ``Problem`` where pictures of pixels cannot be made here.
  init?(_ chart: any Chart, _ ending: String, source: String) throws {
    switch ending {
    case "svg": self.init(text: chart.svg(source: source), type: MediaType.svg)
    case "png":
      do throws(PictureError) {
        let picture = try PictureLibrary.installed().png(chart.svg(source: source))
        self.init(picture, type: MediaType.png)
      } catch {
        throw Problem(.noPicture, "\(error)", mend: "take the drawing (SVG)")
      }
    case "csv": self.init(text: chart.csv, type: MediaType.csv, name: "chart.csv")
    default: return nil
    }
  }
}
