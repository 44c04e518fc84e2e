// The words in a browser's tab: the page first, then whose service it is.
import type { MetaDescriptor } from "@remix-run/node";

type Match = { id: string; data?: unknown };

/** For a route's `meta`: "Page – Service name". */
export function pageTitle(matches: readonly (Match | undefined)[], page: string, more?: { error: boolean }): MetaDescriptor[] {
  const root = matches.find((match) => match?.id === "root")?.data as
    | { partnership?: { serviceName?: string } }
    | undefined;
  const service = root?.partnership?.serviceName;
  return [{ title: `${more?.error ? "Error: " : ""}${page}${service ? ` – ${service}` : ""}` }];
}
