import HTTPTypes
import Hummingbird
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

  /// After a form: the page to get.
  static func seeOther(_ address: String) -> Response {
    Response(status: .seeOther, headers: [.location: address, .cacheControl: "no-store"])
  }
}
