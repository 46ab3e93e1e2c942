import Answers
import ArgumentParser
import Foundation
import LawFiles
import Questions
import TradeData

/// `tarifa law book [DIR] [-o FOLDER]`: the law as pages to read.
struct LawBookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book",
    abstract: "Write the law as pages to read: every measure with dates, rates and citations.")

  @Argument(help: "A folder of law files instead of the shipped law.")
  var folder: String?

  @Option(
    name: .shortAndLong,
    help: "The folder to write the pages to; the index alone is shown without it.")
  var output: String?

  @Option(help: "The importer whose law is written; the only one of the folder, or us, without it.")
  var importer: String?

  @Flag(help: "The index as JSON.")
  var json = false

  func run() throws {
    var question = LawBookQuestion()
    question.terms.importer = try chosen()
    question.terms.law = folder
    let law = try question.asked(at: Desk(reach: .files))
    if let output { try write(law, to: output) }
    if json {
      Console.output(law.json.text)
    } else if let output {
      Console.output("\(law.pages.count) pages in \(output)\n")
    } else {
      Console.output(law.index.text)
    }
  }

  private func chosen() throws -> String {
    if let importer { return importer }
    guard let folder else { return LawTerms.defaultImporter }
    do {
      let importers = try LawFolder(folder).importers()
      if importers.count == 1, let only = importers.first { return only }
      guard importers.isEmpty || importers.contains(LawTerms.defaultImporter) else {
        throw Failure.input(
          "--importer: \(folder) has the law of \(importers.joined(separator: ", ")); choose one")
      }
      return LawTerms.defaultImporter
    } catch let error as LawErrors {
      throw Failure.input("\(error)")
    }
  }

  private func write(_ law: PrintedLaw, to folder: String) throws {
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    } catch {
      throw Failure.input("\(folder) cannot be made; check the path")
    }
    for page in law.pages {
      try Console.write(to: root.appendingPathComponent(page.path).path) {
        try $0(Array(page.text.utf8))
      }
    }
    // A page of an earlier law is not ours to remove, but it would be read as law.
    let written = Set(law.pages.map(\.path))
    let found: [String]
    do {
      found = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Failure.input("\(folder) cannot be read; check its permissions")
    }
    let stale = found.filter { $0.hasSuffix(".md") && !written.contains($0) }.sorted()
    if !stale.isEmpty {
      Console.error(
        "\(folder) also holds \(stale.joined(separator: ", ")), no page of this law; remove them")
    }
  }
}
