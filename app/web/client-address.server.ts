// Whose request it is: the address at the other end of the connection. What a client says of itself is not believed.
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * Each trusted proxy adds the address it was asked from at the end of X-Forwarded-For; what stands before that was
 * written by the client. Without proxies the header means nothing. `Forwarded` and X-Forwarded-Host are never read.
 * @param trustedProxies how many of our own stand before this server
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const nearest = request.socket.remoteAddress ?? "unknown";
  const told = [request.headers["x-forwarded-for"] ?? []].flat().join(",");
  const chain = [...told.split(",").map((one) => one.trim()), nearest];
  const found = withoutPort(chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? nearest);
  return isIP(found) ? found : nearest;
}

/** Some proxies add the port: "192.0.2.1:443", "[2001:db8::1]:443". */
const withoutPort = (told: string) =>
  told.replace(/^\[([^\]]*)\](:\d+)?$/, "$1").replace(/^([\d.]+):\d+$/, "$1");
