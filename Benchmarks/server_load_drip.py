"""Clients that never come to the end of their headers: a byte each second.

Usage: server_load_drip.py PORT CLIENTS SECONDS. Prints how many there were and how many the server had closed.
"""

import resource
import socket
import sys
import time

port, clients, seconds = map(int, sys.argv[1:])
resource.setrlimit(resource.RLIMIT_NOFILE, (clients + 100, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
opened = []
for _ in range(clients):
    client = socket.create_connection(("127.0.0.1", port), timeout=5)
    client.sendall(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Drip: ")
    client.setblocking(False)
    opened.append(client)

end, held = time.monotonic() + seconds, opened
while held and time.monotonic() < end:
    time.sleep(1)
    still = []
    for client in held:
        try:
            client.send(b"x")
            # What comes back, or the end, says that the server gave up.
            client.recv(1)
        except BlockingIOError:
            still.append(client)
        except OSError:
            pass
    held = still
for client in opened:
    client.close()
print(f"{clients} clients that drip headers ({clients - len(held)} closed after {seconds} s)")
