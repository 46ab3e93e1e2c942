import NIOCore
import NIOHTTPTypes

/// Notices that a client goes away.
///
/// One that closes only its side for sending counts as gone: nearly all that do so have closed both, and the system
/// does not tell them apart before something is sent.
final class ClientWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart

  private let clients: ConnectedClients

  init(_ clients: ConnectedClients) { self.clients = clients }

  func handlerAdded(context: ChannelHandlerContext) { clients.add(context.channel) }

  func handlerRemoved(context: ChannelHandlerContext) { clients.remove(context.channel) }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .inputClosed? = event as? ChannelEvent {
      clients.client(of: context.channel)?.leave()
    }
    context.fireUserInboundEventTriggered(event)
  }

  func channelInactive(context: ChannelHandlerContext) {
    clients.client(of: context.channel)?.leave()
    context.fireChannelInactive()
  }
}
