import HTTPTypes
import Hummingbird
import Questions
import TarifaPages

extension Response {
  /// A page; a browser asks each time whether it still holds.
  init(_ page: String, to request: Request, status: HTTPResponse.Status = .ok) {
    self.init(PageFile(text: page, type: MediaType.html), to: request)
    if self.status == .ok { self.status = status }
  }

  init(_ file: PageFile, to request: Request) {
    self.init(bytes: file.bytes, tag: EntityTag(of: file.bytes), to: request, isKept: true)
    if status == .ok { headers[.contentType] = file.type }
    if let name = file.name {
      headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    }
  }

  /// A problem as a page.
  init(_ problem: Problem, in room: PageRoom?, form: DutyForm? = nil, to request: Request) {
    let page = ProblemPage(
      .current, title: problem.kind.title, detail: problem.detail, field: problem.field,
      mend: problem.mend, room: room, form: form)
    self.init(page.page.html, to: request, status: problem.kind.status)
    headers.append(contentsOf: problem.headers)
    headers[.cacheControl] = "no-store"
  }

  /// After a form: the page to get.
  static func seeOther(_ address: String) -> Response {
    Response(status: .seeOther, headers: [.location: address, .cacheControl: "no-store"])
  }
}

extension PageVintage {
  /// That of this program.
  static var current: PageVintage {
    PageVintage(engine: EngineVersion.text, data: DataVintage.hash)
  }
}
