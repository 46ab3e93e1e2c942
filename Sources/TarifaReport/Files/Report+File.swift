import Foundation

/// Files of a report appear whole or not at all: they are written beside their place and renamed.
extension Report {
  /// Says before the work what would keep a report from being written.
  ///
  /// - Throws: ``ReportFileError`` for an ending that names no form, a folder that is not there or, where
  ///   one is to be made, is; and for paper where no browser prints it.
  public static func check(path: String) throws(ReportFileError) {
    let manager = FileManager.default
    let form = try ReportForm(path: path)
    var isFolder = ObjCBool(false)
    let above = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard manager.fileExists(atPath: above, isDirectory: &isFolder), isFolder.boolValue else {
      throw ReportFileError(path: path, problem: .notWritten)
    }
    if form == .folder, manager.fileExists(atPath: path) {
      throw ReportFileError(path: path, problem: .isThere)
    }
    guard form == .pdf else { return }
    do throws(BrowserError) {
      _ = try Browser.installed()
    } catch {
      throw ReportFileError(path: path, problem: .browser(error))
    }
  }

  /// Writes the report in the form that the ending of the path names.
  ///
  /// - Parameter note: takes what the reader should know of a folder that lacks something.
  /// - Throws: ``ReportFileError``.
  public func write(
    to path: String, note: (String) -> Void = { _ in }
  ) throws(ReportFileError) {
    switch try ReportForm(path: path) {
    case .html: try Self.write(Data(html.utf8), to: path)
    case .csv: try Self.write(Data((tables.first?.csv ?? "").utf8), to: path)
    case .folder: try writeFolder(to: path, note)
    case .xlsx:
      do throws(WorkBookError) {
        try WorkBook(self).write(to: path)
      } catch {
        throw ReportFileError(path: path, problem: .book(error))
      }
    case .pdf:
      do throws(BrowserError) {
        try Browser.installed().print(html, to: path)
      } catch {
        throw ReportFileError(path: path, problem: .browser(error))
      }
    }
  }

  private static func write(_ data: Data, to path: String) throws(ReportFileError) {
    let temporary = path + ".part"
    do {
      try data.write(to: URL(fileURLWithPath: temporary))
    } catch {
      throw ReportFileError(path: path, problem: .notWritten)
    }
    guard rename(temporary, path) == 0 else {
      unlink(temporary)
      throw ReportFileError(path: path, problem: .notWritten)
    }
  }

  /// The page, every table as comma-separated text and every picture as a drawing and, where the
  /// library for it is installed, as pixels.
  private func writeFolder(to path: String, _ note: (String) -> Void) throws(ReportFileError) {
    var folder = path
    while folder.last == "/" { folder.removeLast() }
    let manager = FileManager.default
    guard !folder.isEmpty, !manager.fileExists(atPath: folder) else {
      throw ReportFileError(path: path, problem: .isThere)
    }
    let temporary = folder + ".part"
    do {
      if manager.fileExists(atPath: temporary) { try manager.removeItem(atPath: temporary) }
      try manager.createDirectory(atPath: temporary, withIntermediateDirectories: false)
      for (name, data) in files(note) {
        try data.write(to: URL(fileURLWithPath: temporary).appendingPathComponent(name))
      }
      try manager.moveItem(atPath: temporary, toPath: folder)
    } catch {
      try? manager.removeItem(atPath: temporary)
      throw ReportFileError(path: path, problem: .notWritten)
    }
  }

  /// The files of a folder by their names, which follow the titles.
  private func files(_ note: (String) -> Void) -> [(name: String, data: Data)] {
    var taken: Set<String> = []
    var files = [("report.html", Data(html.utf8))]
    for table in tables where !table.rows.isEmpty {
      files.append((Self.name(table.name, &taken) + ".csv", Data(table.csv.utf8)))
    }
    var library = Result { () throws(PictureError) in try PictureLibrary.installed() }
    for chart in charts {
      let (name, drawing) = (Self.name(chart.title, &taken), chart.svg(source: source))
      files.append((name + ".svg", Data(drawing.utf8)))
      do throws(PictureError) {
        files.append((name + ".png", Data(try library.get().png(drawing))))
      } catch {
        // Said once; the drawings are there.
        if case .success = library { library = .failure(error) }
      }
    }
    if case .failure(let error) = library, !charts.isEmpty {
      note("the folder has no pictures as PNG, the drawings are there as SVG: \(error)")
    }
    return files
  }

  /// A title as the name of a file: letters and digits of ASCII, joined by hyphens, and no other
  /// file's.
  private static func name(_ title: String, _ taken: inout Set<String>) -> String {
    let words = title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let base = words.isEmpty ? "part" : String(words.joined(separator: "-").prefix(60))
    var (name, number) = (base, 1)
    while !taken.insert(name).inserted {
      number += 1
      name = "\(base)-\(number)"
    }
    return name
  }
}
