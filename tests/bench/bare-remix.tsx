// A bare Remix page: the framework's usual document, one loader, as many rows as asked for, no database, behind Express
// as ours is. SCRIPTS=0 leaves out what the browser would need to run it, as our pages do; ROUTES adds as many addresses
// as the service has, since the framework looks through all of them for each request.
import { createRequestHandler } from "@remix-run/express";
import type { EntryContext, ServerBuild } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  RemixServer,
  Scripts,
  ScrollRestoration,
  useLoaderData,
} from "@remix-run/react";
import express from "express";
import { renderToString } from "react-dom/server";

const rows = Array.from({ length: Number(process.env.ROWS) }, (_, index) => ({
  id: `row-${index}`,
  name: `Row ${index}`,
}));

const withScripts = process.env.SCRIPTS !== "0";

function Document() {
  return (
    <html lang="en">
      <head>
        <title>Bare</title>
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        {withScripts && <ScrollRestoration />}
        {withScripts && <Scripts />}
      </body>
    </html>
  );
}

function Page() {
  const { list } = useLoaderData<{ list: typeof rows }>();
  return (
    <ul>
      {list.map((row) => (
        <li key={row.id}>{row.name}</li>
      ))}
    </ul>
  );
}

function answerDocument(request: Request, status: number, headers: Headers, context: EntryContext) {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const html = renderToString(<RemixServer context={context} url={request.url} />);
  return new Response(`<!doctype html>${html}`, { status, headers });
}

const others = (process.env.ROUTES ?? "").split(" ").filter(Boolean);
const addresses = Object.fromEntries(
  others.map((path) => [
    path,
    { id: path, parentId: "root", path, module: { default: Page, loader: () => ({ list: rows }) } },
  ]),
);

const described = {
  hasAction: false,
  hasLoader: false,
  hasClientAction: false,
  hasClientLoader: false,
  hasErrorBoundary: false,
  module: "/route.js",
};

const build: ServerBuild = {
  entry: { module: { default: answerDocument } },
  routes: {
    root: { id: "root", path: "", module: { default: Document } },
    ...addresses,
    page: {
      id: "page",
      parentId: "root",
      path: "my",
      module: { default: Page, loader: () => ({ list: rows }) },
    },
  },
  assets: {
    entry: { module: "/entry.js", imports: [] },
    routes: {
      root: { ...described, id: "root", path: "" },
      page: { ...described, id: "page", parentId: "root", path: "my", hasLoader: true },
    },
    url: "/manifest.js",
    version: "bare",
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

const server = express()
  .use(createRequestHandler({ build, mode: "production" }))
  .listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (typeof address === "object" && address) console.log(`http://127.0.0.1:${address.port}`);
  });
