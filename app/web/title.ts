// The words in a browser's tab: the page first, then whose service it is.
import type { MetaDescriptor } from "@remix-run/node";

type Match = { id: string; data?: unknown };

/** For a route's `meta`: "Page – Service name", with "Error: " before it when a form was refused. */
export function pageTitle(matches: readonly (Match | undefined)[], page: string): MetaDescriptor[] {
  const root = matches.find((match) => match?.id === "root")?.data as
    | { partnership?: { serviceName?: string }; refused?: boolean }
    | undefined;
  const service = root?.partnership?.serviceName;
  return [{ title: `${root?.refused ? "Error: " : ""}${page}${service ? ` – ${service}` : ""}` }];
}
