import Questions
import TradeStore

extension Scenario {
  /// How what answered it differs from this server.
  var notes: [String] {
    var notes: [String] = []
    if engine != EngineVersion.text {
      notes.append("answered by engine \(engine); this is \(EngineVersion.text)")
    }
    if data != DataVintage.hash {
      notes.append("answered on data \(data); this server has \(DataVintage.hash)")
    }
    return notes
  }
}
