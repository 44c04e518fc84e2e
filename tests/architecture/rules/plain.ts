// Ways of writing that the house does without: they would open a second door to the database, or count on a script.
import ts from "typescript";
import type { Rule } from "../rule";
import { lineOf, nodesOf, type Source } from "../source";

type Unwanted = {
  name: string;
  where: RegExp;
  found(node: ts.Node): boolean;
  sound: [string, string];
  broken: [string, string][];
};

const isCallOf = (name: string) => (node: ts.Node) =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === name;
const isAttribute = (pattern: RegExp) => (node: ts.Node) =>
  ts.isJsxAttribute(node) && pattern.test(node.name.getText());
const isElement = (pattern: RegExp) => (node: ts.Node) =>
  (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) && pattern.test(node.tagName.getText());
const isNamed = (pattern: RegExp) => (node: ts.Node) =>
  (ts.isIdentifier(node) || ts.isStringLiteral(node)) && pattern.test(node.text);

const program = /^(app|db|emails)\//;
const pages = /^app\//;

const unwanted: Unwanted[] = [
  {
    name: "transactions begin in one place",
    where: /^(app|emails|db\/(?!client\.ts$))/,
    found: isCallOf("transaction"),
    sound: [
      "db/client.ts",
      "export const transact = (db, work) => db.$client.transaction(work).immediate();",
    ],
    broken: [
      ["app/domain/bookings/broken.server.ts", "ctx.db.transaction((tx) => tx.insert(bookings));"],
      ["db/import/broken.ts", "db.$client.transaction(() => {}).immediate();"],
    ],
  },
  {
    name: "no SQL is put together from text",
    where: program,
    found: (node) => ts.isPropertyAccessExpression(node) && node.getText() === "sql.raw",
    sound: ["app/domain/bookings/places.server.ts", "const count = sql`count(*)`; const raw = 1;"],
    broken: [["app/domain/bookings/broken.server.ts", "const order = sql.raw(column);"]],
  },
  {
    name: "no HTML is put in unescaped",
    where: program,
    found: isNamed(/^dangerouslySetInnerHTML$/),
    sound: ["app/components/tag.tsx", "const tag = <strong>{text}</strong>;"],
    broken: [
      ["app/components/broken.tsx", "const tag = <strong dangerouslySetInnerHTML={{ __html: text }} />;"],
      ["emails/broken.tsx", 'const tag = createElement("p", { dangerouslySetInnerHTML: { __html: text } });'],
    ],
  },
  {
    name: "no page carries styles in its HTML (the content security policy refuses them)",
    where: pages,
    found: (node) => isAttribute(/^style$/)(node) || isElement(/^style$/)(node),
    sound: ["emails/layout.tsx", "const letter = <p style={{ margin: 0 }}>Hello</p>;"],
    broken: [
      ["app/components/broken.tsx", "const bar = <div style={{ width: share }} />;"],
      ["app/routes/broken/route.tsx", "const page = <><style>{css}</style></>;"],
    ],
  },
  {
    name: "no page counts on a script (none is shipped)",
    where: pages,
    found: (node) =>
      isElement(/^(Link|NavLink|Form|Scripts|ScrollRestoration|LiveReload|Await|script)$/)(node) ||
      isAttribute(/^on[A-Z]/)(node) ||
      (ts.isImportSpecifier(node) &&
        /^(use(Fetcher|Fetchers|Submit|Navigate|Navigation|Revalidator|State|Effect|LayoutEffect|Reducer|Ref|Transition))$/.test(
          (node.propertyName ?? node.name).text,
        )),
    sound: [
      "app/routes/my._index/route.tsx",
      'import { Links, useLoaderData } from "@remix-run/react"; const page = <><Links /><a href="/">Home</a><form method="post" /></>;',
    ],
    broken: [
      ["app/routes/broken/route.tsx", 'const way = <Link to="/courses">Courses</Link>;'],
      ["app/routes/broken/route.tsx", 'const form = <Form method="post" />;'],
      ["app/routes/broken/route.tsx", 'import { useFetcher as asking } from "@remix-run/react";'],
      ["app/root.tsx", "const body = <body><Scripts /></body>;"],
      ["app/components/broken.tsx", "const press = <button onClick={go}>Go</button>;"],
      ["app/components/broken.tsx", 'import { useState } from "react";'],
      ["app/components/broken.tsx", "const tag = <script src={address} />;"],
    ],
  },
  {
    name: "no session storage of the framework's own: sign-in has one file",
    where: program,
    found: isNamed(/^(create\w*SessionStorage|commitSession|destroySession)$/),
    sound: ["app/web/cookies.server.ts", 'import { createCookie } from "@remix-run/node";'],
    broken: [["app/web/broken.server.ts", 'import { createCookieSessionStorage } from "@remix-run/node";']],
  },
];

const asRule = ({ name, where, found, sound: [path, text], broken }: Unwanted): Rule => ({
  name,
  check: (sources: Source[]) =>
    sources
      .filter((source) => where.test(source.path))
      .flatMap((source) =>
        [...nodesOf(source.tree)]
          .filter(found)
          .map((node) => ({ path: source.path, line: lineOf(node), problem: node.getText().slice(0, 60) })),
      ),
  control: { sound: { [path]: text }, broken },
});

export const plain: Rule[] = unwanted.map(asRule);
