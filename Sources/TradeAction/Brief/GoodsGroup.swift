public import TariffLaw

/// A named set of goods in a brief. A good is in it when any of its parts has it, and none of the parts
/// to leave out.
public struct GoodsGroup: Hashable, Sendable {
  public let name: String
  public let title: String?
  public let parts: [Part]
  public let except: [Part]

  public init(name: String, title: String? = nil, parts: [Part], except: [Part] = []) {
    self.name = name
    self.title = title
    self.parts = parts
    self.except = except
  }

  /// One way to name goods.
  public enum Part: Hashable, Sendable {
    /// Codes of two to ten digits, with all that is under them.
    case codes([HTSCode])
    /// Fields of Advanced Technology Products; none is all of them.
    case technology([String])
    /// Groups of information and communication technology goods; none is all of them.
    case communication([String])
    /// Industries by the first digits of their NAICS code.
    case industries([String])
    /// Capital, intermediate, consumption or mixed, by the Broad Economic Categories.
    case endUses([String])
    /// Goods that measures of the law reach on a day: ids, or the start of ids followed by `*`.
    case measures([String], on: Day)
    /// Another group of the brief.
    case group(String)
  }
}
