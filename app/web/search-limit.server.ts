// Searching the offer is limited before anything else looks at the request: pages kept ready for strangers count too,
// since each new word is a new page to make.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Limits } from "./limits.server";
import { paths } from "./paths";

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * @param addressOf the client's address
 * @param turnAway answers a search that is one too many
 */
export function limitSearches(
  {
    limits,
    addressOf,
    turnAway,
  }: {
    limits: Limits;
    addressOf: (request: IncomingMessage) => string;
    turnAway: (request: IncomingMessage, response: ServerResponse, retryAfterSeconds: number) => void;
  },
  otherwise: Listener,
): Listener {
  return (request, response) => {
    if (!isSearch(request.url ?? "/")) return otherwise(request, response);
    void limits.take("searchesFromClient", addressOf(request)).then((taken) => {
      if (taken.ok) otherwise(request, response);
      else turnAway(request, response, taken.retryAfterSeconds);
    });
  };
}

/** Whether an address is a search, however it is spelt: capitals and needless percent signs lead to the same page. */
function isSearch(address: string): boolean {
  const from = address.indexOf("?");
  if (from === -1 || !new URLSearchParams(address.slice(from)).get("q")?.trim()) return false;
  try {
    const path = decodeURIComponent(address.slice(0, from)).toLowerCase();
    return path.replace(/(\.data)?\/*$/, "").replace(/\/+/g, "/") === paths.courses();
  } catch {
    return false;
  }
}
