import Foundation
import Testing

/// The stored results hold together as documents.
struct EconomyAnswerTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Actions")

  private struct Document: Decodable {
    struct Estimate: Decodable { let value: Double }
    struct Price: Decodable {
      let category: String
      let pct: Double
      let pct_percent_margins: Double
      let share: Double
    }
    struct Decile: Decodable {
      let cost: Double
      let pct_of_income: Double
    }
    struct Jobs: Decodable {
      let industry: String?
      let protected: Double?
      let upstream: Double?
      let downstream: Double?
      let downstream_to_imports: Double?
      let exports: Double?
      let total: Double?
    }
    struct Margins: Decodable {
      let margins: String
      let price_level_pct: Estimate
      let household_cost: Estimate
    }
    struct Economy: Decodable {
      let by_margins: [Margins]
      let consumer_cost: Double
      let jobs_total_real_spending_kept: Estimate
      let consumer_cost_from: [String: Double]
      let jobs_total: Jobs
      let households: Double
      let revenue_offset: Double
    }
    let revenue: Estimate
    let revenue_net_of_offset: Estimate
    let price_level_pct: Estimate
    let household_cost: Estimate
    let prices: [Price]
    let deciles: [Decile]
    let exports_from_costs: Estimate
    let jobs: [Jobs]
    let economy: Economy
  }

  @Test(arguments: ["us-301-list-1", "us-301-list-4a", "us-301-lists-1-3", "us-2025-04-09"])
  func theDocumentAddsUp(id: String) throws {
    let data = try Data(contentsOf: Self.folder.appendingPathComponent("\(id)/result.json"))
    let document = try JSONDecoder().decode(Document.self, from: data)
    let economy = document.economy
    let dollars = try #require(economy.by_margins.first { $0.margins == "dollars" })
    let percent = try #require(economy.by_margins.first { $0.margins == "percent" })
    func close(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(abs(a), abs(b)) }
    #expect(dollars.price_level_pct.value == document.price_level_pct.value)
    #expect(dollars.household_cost.value == document.household_cost.value)
    #expect(dollars.price_level_pct.value > 0)
    #expect(dollars.price_level_pct.value < percent.price_level_pct.value)
    #expect(close(dollars.household_cost.value * economy.households, economy.consumer_cost))
    let shares = document.prices.reduce(0) { $0 + $1.share }
    let level = document.prices.reduce(0) { $0 + $1.share * $1.pct }
    let other = document.prices.reduce(0) { $0 + $1.share * $1.pct_percent_margins }
    let deciles = document.deciles.reduce(0) { $0 + $1.cost }
    #expect(close(shares, 1))
    #expect(close(level, dollars.price_level_pct.value))
    #expect(close(other, percent.price_level_pct.value))
    #expect(document.deciles.count == 10)
    #expect(close(deciles / 10, document.household_cost.value))
    #expect(close(economy.consumer_cost_from.values.reduce(0, +), economy.consumer_cost))
    #expect(
      close(
        document.revenue_net_of_offset.value,
        document.revenue.value * (1 - economy.revenue_offset)))
    #expect(document.exports_from_costs.value < 0)
    for row in document.jobs + [economy.jobs_total] {
      guard let total = row.total else {
        #expect(row.protected == nil && row.exports == nil)
        continue
      }
      let parts = try [row.protected, row.upstream, row.downstream, row.exports].map {
        try #require($0)
      }
      #expect(abs(parts.reduce(0, +) - total) <= 1e-9 * max(1, abs(total)))
      // What turns to imports is a part of what is lost downstream.
      #expect(try #require(row.downstream_to_imports) >= parts[2])
    }
    let sum = document.jobs.reduce(0) { $0 + ($1.total ?? 0) }
    let total = try #require(economy.jobs_total.total)
    #expect(close(sum, total))
    #expect(economy.jobs_total_real_spending_kept.value > total)
  }
}
