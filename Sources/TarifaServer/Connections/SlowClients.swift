import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends connections whose client sends its body, or takes the answer, more slowly than is allowed.
///
/// The time for headers and between requests is the server's idle time; a client that drips bytes of a header does not
/// put that off.
final class SlowClients: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limits: ServerLimits
  private var body: Scheduled<Void>?
  private var bodyBegan = NIODeadline.now()
  private var bytes = 0
  /// Parts of answers that the client has not taken.
  private var pending = 0
  private var answer: Scheduled<Void>?

  init(_ limits: ServerLimits) { self.limits = limits }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      (bodyBegan, bytes) = (.now(), 0)
      watchBody(context)
    case .body(let part): bytes += part.readableBytes
    case .end:
      body?.cancel()
      body = nil
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    // Time starts anew with each part that went out, and with the first that did not.
    let taken = promise ?? context.eventLoop.makePromise()
    pending += 1
    if answer == nil { watchAnswer(context) }
    let held = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    taken.futureResult.whenComplete { _ in
      let (handler, context) = held.value
      handler.pending -= 1
      handler.answer?.cancel()
      handler.answer = nil
      if handler.pending > 0 { handler.watchAnswer(context) }
    }
    context.write(data, promise: taken)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    body?.cancel()
    answer?.cancel()
    (body, answer) = (nil, nil)
  }

  private func watchBody(_ context: ChannelHandlerContext) {
    let due = limits.bodyGrace + .seconds(bytes / limits.slowestBody)
    let wait = max(.milliseconds(100), TimeAmount(due) - (NIODeadline.now() - bodyBegan))
    let held = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    body = context.eventLoop.scheduleTask(in: wait) {
      let (handler, context) = held.value
      let due = handler.limits.bodyGrace + .seconds(handler.bytes / handler.limits.slowestBody)
      if NIODeadline.now() - handler.bodyBegan >= TimeAmount(due) {
        context.close(promise: nil)
      } else {
        handler.watchBody(context)
      }
    }
  }

  private func watchAnswer(_ context: ChannelHandlerContext) {
    let held = NIOLoopBound(context, eventLoop: context.eventLoop)
    answer = context.eventLoop.scheduleTask(in: TimeAmount(limits.stalledAnswer)) {
      held.value.close(promise: nil)
    }
  }
}
