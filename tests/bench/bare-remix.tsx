// A bare Remix page: one loader, as many rows as asked for, no database, behind Express as ours is.
import { createRequestHandler } from "@remix-run/express";
import type { EntryContext, ServerBuild } from "@remix-run/node";
import { Outlet, RemixServer, useLoaderData } from "@remix-run/react";
import express from "express";
import { renderToString } from "react-dom/server";

const rows = Array.from({ length: Number(process.env.ROWS) }, (_, index) => ({
  id: `row-${index}`,
  name: `Row ${index}`,
}));

function Document() {
  return (
    <html lang="en">
      <head>
        <title>Bare</title>
      </head>
      <body>
        <Outlet />
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

const build: ServerBuild = {
  entry: { module: { default: answerDocument } },
  routes: {
    root: { id: "root", path: "", module: { default: Document } },
    page: {
      id: "page",
      parentId: "root",
      index: true,
      module: { default: Page, loader: () => ({ list: rows }) },
    },
  },
  assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "bare" },
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
    unstable_optimizeDeps: false,
  },
};

const server = express()
  .use(createRequestHandler({ build, mode: "production" }))
  .listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (typeof address === "object" && address) console.log(`http://127.0.0.1:${address.port}`);
  });
