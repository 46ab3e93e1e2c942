import Answers
import TariffLaw
import TradeData

extension Desk {
  struct GoodsKey: Hashable {
    let importer: String
    let edition: Int
  }

  /// The words of an edition, kept for shipped schedules.
  func goods(
    of terms: LawTerms, _ book: LawBook, _ edition: Int
  ) throws(Refusal) -> GoodsIndex {
    let key = GoodsKey(importer: terms.importer, edition: edition)
    let isShipped = terms.law == nil
    if isShipped, let known = kept.withLock({ $0.goods[key] }) { return known }
    return try Refusal.mending {
      let index = try GoodsIndex(
        book.schedule, edition: edition, names: try HarmonizedSystem.shipped())
      if isShipped {
        kept.withLock {
          if $0.goods.count >= Self.mostKept { $0.goods = [:] }
          $0.goods[key] = index
        }
      }
      return index
    }
  }
}
