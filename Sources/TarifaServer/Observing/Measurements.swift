import Synchronization

/// Counts and times of requests, as Prometheus reads them (text format 0.0.4).
final class Measurements: Sendable {
  private struct Key: Hashable {
    let route: String
    let method: String
    let status: Int
  }

  private struct Histogram {
    /// One more than there are bounds: the last is for what is above all.
    var counts = [Int](repeating: 0, count: Measurements.bounds.count + 1)
    var sum = 0.0
  }

  private struct State {
    var inFlight = 0
    var requests: [Key: Int] = [:]
    var left: [String: Int] = [:]
    var seconds: [String: Histogram] = [:]
  }

  /// Seconds.
  static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 60]

  private let state = Mutex(State())

  /// What is counted apart; a client can make up any number of others.
  private static let methods: Set = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

  func begin() { state.withLock { $0.inFlight += 1 } }

  func end(route: String, method: String, status: Int, seconds: Double) {
    let method = Self.methods.contains(method) ? method : "other"
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    state.withLock { state in
      state.inFlight -= 1
      state.requests[Key(route: route, method: method, status: status), default: 0] += 1
      if status == Problem.left.kind.status.code { state.left[route, default: 0] += 1 }
      state.seconds[route, default: Histogram()].counts[bucket] += 1
      state.seconds[route, default: Histogram()].sum += seconds
    }
  }

  /// The client of a stream of events went away before the answer; the stream itself was counted when it began.
  func leave(route: String) { state.withLock { $0.left[route, default: 0] += 1 } }

  func text(lanes: [(name: String, lane: WorkLane)]) -> String {
    let state = state.withLock { $0 }
    var lines = [
      "# HELP tarifa_requests_total Requests answered.", "# TYPE tarifa_requests_total counter",
    ]
    for (key, count) in state.requests.sorted(by: { Self.order($0.key) < Self.order($1.key) }) {
      lines.append(
        "tarifa_requests_total{route=\"\(key.route)\",method=\"\(key.method)\",status=\"\(key.status)\"} \(count)"
      )
    }
    lines += [
      "# HELP tarifa_cancelled_total Questions given up because the client went away.",
      "# TYPE tarifa_cancelled_total counter",
    ]
    lines += state.left.sorted { $0.key < $1.key }.map {
      "tarifa_cancelled_total{route=\"\($0.key)\"} \($0.value)"
    }
    lines += [
      "# HELP tarifa_request_seconds Time until the answer is ready to go out.",
      "# TYPE tarifa_request_seconds histogram",
    ]
    for (route, histogram) in state.seconds.sorted(by: { $0.key < $1.key }) {
      var total = 0
      for (bound, count) in zip(Self.bounds.map { "\($0)" } + ["+Inf"], histogram.counts) {
        total += count
        lines.append("tarifa_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(total)")
      }
      lines.append("tarifa_request_seconds_sum{route=\"\(route)\"} \(histogram.sum)")
      lines.append("tarifa_request_seconds_count{route=\"\(route)\"} \(total)")
    }
    lines += [
      "# HELP tarifa_requests_in_flight Requests begun and not answered.",
      "# TYPE tarifa_requests_in_flight gauge", "tarifa_requests_in_flight \(state.inFlight)",
      "# HELP tarifa_lane_running Questions being answered.", "# TYPE tarifa_lane_running gauge",
    ]
    lines += lanes.map { "tarifa_lane_running{lane=\"\($0.name)\"} \($0.lane.running)" }
    lines += [
      "# HELP tarifa_lane_waiting Questions waiting for a place.",
      "# TYPE tarifa_lane_waiting gauge",
    ]
    lines += lanes.map { "tarifa_lane_waiting{lane=\"\($0.name)\"} \($0.lane.waiting)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func order(_ key: Key) -> (String, String, Int) {
    (key.route, key.method, key.status)
  }
}
