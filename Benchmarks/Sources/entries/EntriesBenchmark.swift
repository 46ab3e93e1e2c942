import Dispatch
import Foundation
import TarifaC
import TarifaCHeader
import TariffLaw
import TradeData

/// Prices drawn entries through the C interface on one and two threads, beside the pricer that the batch
/// command uses, on the same rows in the same run: `entries [ROWS [quantities]]`, the second with a quantity on
/// every row. `entries flows FILE` writes what rows are drawn from.
@main
enum EntriesBenchmark {
  /// Rows of one call.
  private static let piece = 1 << 17

  static func main() throws {
    if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "flows" {
      return try Flow.write(to: CommandLine.arguments[2])
    }
    let count = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 0 : 10_000_000
    guard let first = Day("2018-01-01"), let last = Day("2026-08-22") else { return }
    let law = try ShippedFiles.archive("law.tarifa")
    let file = Bytes(
      LawBookFile.bytes(
        laws: [(try Regime(decoding: law.section("us")), nil)],
        schedule: ShippedFiles.bytes("schedule.tarifa")?.array ?? [],
        countries: try ShippedCountries.codes(), conversions: try ShippedConversions.pairs()))
    let book = try LawBookFile(file).book(of: "us")
    let isCounted = CommandLine.arguments.dropFirst(2).first == "quantities"
    let entries = try DrawnEntries(
      count, seed: 2024, days: first...last, unitsOf: isCounted ? book : nil)
    print(
      "\(count) entries drawn, \(first) to \(last)\(isCounted ? ", with quantities" : "");"
        + " \(memory()) MB with their columns")

    var totals: [Int64] = []
    for threads in [1, 2] {
      let book = try opened(file)
      var best: (Double, Double, Int64)?
      for pass in 0..<5 {
        let found = measured { price(entries, book, threads: threads) }
        totals.append(found.2)
        if pass == 0 {
          print("columns, \(threads) at once, cold: \(rate(count, found))")
        } else if best.map({ found.0 < $0.0 }) ?? true {
          best = found
        }
      }
      if let best { print("columns, \(threads) at once, warm, best of four: \(rate(count, best))") }
      close(book)
    }
    print("peak memory \(memory()) MB")

    // The batch command's pricer, warmed in the same way, on as many rows as a few seconds allow.
    let some = min(count, 1_000_000)
    let pricer = EntryPricer(PricingTables(book))
    var rows: [Entry] = []
    var sums: Set<Int64> = []
    for row in 0..<some { if let entry = try entries.entry(row) { rows.append(entry) } }
    for pass in ["cold", "warm"] {
      var failed = 0
      let found = measured { () -> Int64 in
        var cents: Int64 = 0
        for entry in rows {
          do {
            let answer = try pricer.price(entry)
            let duty: Fraction?
            switch answer.source {
            case .own(let own): duty = own.total.duty
            case .shared(let position):
              let shared = pricer.shared[position]
              duty = entry.value.flatMap { shared.duty(on: $0) } ?? shared.total.duty
            }
            if let duty { cents += Int64((duty * 100).numerator) }
          } catch {
            failed += 1
          }
        }
        return cents
      }
      sums.insert(found.2)
      print(
        "one by one, \(pass), the first \(some): " + rate(some, found)
          + (failed > 0 ? "; \(failed) failed" : ""))
    }
    let again = try opened(file)
    let sum = price(entries, again, threads: 1, rows: some)
    print("columns, the first \(some): duty \(dollars(sum))")
    close(again)
    if sums.union([sum]).count != 1 { fatalError("the first rows differ: \(sums), \(sum)") }
    if Set(totals).count != 1 { fatalError("the totals differ: \(totals)") }
  }

  private static func opened(_ file: Bytes) throws -> OpaquePointer? {
    var book: OpaquePointer?
    var message = [CChar](repeating: 0, count: 256)
    let code = file.withUnsafeBytes {
      open(
        $0.baseAddress?.assumingMemoryBound(to: UInt8.self), Int64($0.count), "us", .min, &book,
        &message, 256)
    }
    guard code == 0 else { throw ArchiveError.damaged("the book does not open") }
    return book
  }

  /// - Returns: the duty of all rows, in cents.
  private static func price(
    _ entries: DrawnEntries, _ book: OpaquePointer?, threads: Int, rows: Int? = nil
  ) -> Int64 {
    let count = rows ?? entries.count
    let address = UInt(bitPattern: book)
    let pieces = (count + piece - 1) / piece
    let sums = UnsafeMutablePointer<Int64>.allocate(capacity: threads)
    sums.initialize(repeating: 0, count: threads)
    let place = UInt(bitPattern: sums)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let answers = AnswerRoom(piece)
      var sum: Int64 = 0
      for piece in stride(from: thread, to: pieces, by: threads) {
        let range = piece * Self.piece..<min((piece + 1) * Self.piece, count)
        sum += answers.price(entries.columns(range), OpaquePointer(bitPattern: address))
      }
      UnsafeMutablePointer<Int64>(bitPattern: place)?[thread] = sum
    }
    defer { sums.deallocate() }
    return (0..<threads).reduce(0) { $0 + sums[$1] }
  }

  private static func measured(_ work: () -> Int64) -> (Double, Double, Int64) {
    let start = DispatchTime.now().uptimeNanoseconds
    let before = processor()
    let sum = work()
    return (
      Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9, processor() - before, sum
    )
  }

  private static func rate(
    _ count: Int, _ found: (seconds: Double, processor: Double, cents: Int64)
  ) -> String {
    let million = (Double(count) / found.seconds / 1e4).rounded() / 100
    let wall = (found.seconds / Double(count) * 1e10).rounded() / 10
    let own = (found.processor / Double(count) * 1e10).rounded() / 10
    return "\(million) M entries/s, \(wall) ns an entry, \(own) ns of a processor; duty "
      + dollars(found.cents)
  }

  private static func dollars(_ cents: Int64) -> String {
    "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
  }

  /// Seconds of processor time so far, all threads.
  private static func processor() -> Double {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// The most memory held so far.
  private static func memory() -> Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}
