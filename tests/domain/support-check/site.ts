// The service as a browser meets it: Remix itself routes, loads and renders; only the socket is left out.
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import * as entry from "~/entry.server";
import { webOf } from "../../support/web";
import type { World } from "../../support/world";

type Route = NonNullable<ServerBuild["routes"][string]>;

const modules = import.meta.glob<Route["module"]>(["/app/root.tsx", "/app/routes/*/route.{ts,tsx}"], {
  eager: true,
});

/** "/app/routes/sessions.$id.book/route.tsx" is the page at sessions/:id/book; "[.]" stands for a dot in the address. */
function routeOf(file: string, module: Route["module"]): Route {
  const id = file.replace("/app/", "").replace(/\/route\.tsx?$|\.tsx$/, "");
  if (id === "root") return { id, path: "", module };
  const parts = id.replace("routes/", "").replaceAll("[.]", "\0").split(".");
  const index = parts.at(-1) === "_index";
  const path = parts
    .filter((part) => part !== "_index")
    .map((part) => (part === "$" ? "*" : part.replace(/^\$/, ":").replaceAll("\0", ".")))
    .join("/");
  return { id, parentId: "root", path: path || undefined, index, module };
}

const routes = Object.fromEntries(
  Object.entries(modules)
    .map(([file, module]) => routeOf(file, module))
    .map((route) => [route.id, route]),
);

// What the compiler would tell the page of each route's module.
const described = {
  hasAction: true,
  hasLoader: true,
  hasClientAction: false,
  hasClientLoader: false,
  hasErrorBoundary: false,
};

export const build: ServerBuild = {
  entry: { module: entry },
  routes,
  assets: {
    entry: { module: "", imports: [] },
    routes: Object.fromEntries(
      Object.entries(routes).map(([id, route]) => [id, { ...described, ...route, id, module: "" }]),
    ),
    url: "",
    version: "test",
  },
  publicPath: "/",
  assetsBuildDirectory: "",
  basename: "/",
  isSpaMode: false,
  mode: "production",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
  },
};

export type Page = {
  status: number;
  to: string | null;
  html: string;
  /** The first cookie that was set, as it was set. */
  cookie: string | null;
  setCookies: string[];
};

/** What a browser sends back after pages set these cookies: the newest of each name. */
export function jarOf(...pages: Page[]): string {
  const kept = new Map<string, string>();
  for (const one of pages.flatMap((page) => page.setCookies)) {
    const [pair = ""] = one.split(";", 1);
    const name = pair.slice(0, pair.indexOf("="));
    if (/Max-Age=0/.test(one)) kept.delete(name);
    else kept.set(name, pair);
  }
  return [...kept.values()].join("; ");
}

/** Opens pages of a world's service: as a person or a stranger, by address, with a form posted or not. */
export function siteOf(world: World, settings?: Parameters<typeof webOf>[1]) {
  const web = webOf(world, settings);
  const answer = createRequestHandler(build, "production");
  return async (
    path: string,
    { as, form, cookie }: { as?: string; form?: Record<string, string | string[]>; cookie?: string } = {},
  ): Promise<Page> => {
    const { request } = await web.visit(path, { as, form });
    if (cookie) request.headers.set("Cookie", cookie);
    const response = await answer(request, web.context());
    return {
      status: response.status,
      to: response.headers.get("Location"),
      html: await response.text(),
      cookie: response.headers.getSetCookie()[0] ?? null,
      setCookies: response.headers.getSetCookie(),
    };
  };
}

const decoded = (text: string) =>
  text
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

export const titleOf = ({ html }: Page) => decoded(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? "");

/** The words on a page as a person reads them, one space between them. */
export function wordsOf({ html }: Page): string {
  const body = /<main.*<\/main>/s.exec(html)?.[0] ?? html;
  return decoded(
    body
      .replace(/<!-- -->/g, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " "),
  ).trim();
}

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? "");

/** Ids that a page refers to (error summary, labels, descriptions) without having them, and ids it has twice. */
export function brokenReferences({ html }: Page): string[] {
  const ids = all(html, / id="([^"]+)"/g);
  const wanted = [
    ...all(html, / href="#([^"]+)"/g),
    ...all(html, / for="([^"]+)"/g),
    ...all(html, / aria-(?:describedby|labelledby)="([^"]+)"/g).flatMap((list) => list.split(" ")),
  ];
  return [
    ...wanted.filter((id) => !ids.includes(id)).map((id) => `no id ${id}`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `twice ${id}`),
  ];
}

/** What an error summary says, and where each message leads. */
export function errorSummaryOf({ html }: Page): { message: string; to: string | null }[] {
  const list = /govuk-error-summary__list">(.*?)<\/ul>/s.exec(html)?.[1];
  return all(list ?? "", /<li>(.*?)<\/li>/gs).map((entryHtml) => ({
    message: decoded(entryHtml.replace(/<[^>]+>/g, "")),
    to: /href="([^"]+)"/.exec(entryHtml)?.[1] ?? null,
  }));
}
