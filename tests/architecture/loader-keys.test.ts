// What each page's loader hands out, by name, to each kind of person. A loader's answer can be read by anyone who may
// open the page, whether it is shown or not, so a new name here is a decision: add it to loader-keys.json by
// `UPDATE_LOADER_KEYS=1 npx vitest run --config remix.config.js tests/architecture/loader-keys.test.ts`, and look at it.
import { readFileSync, writeFileSync } from "node:fs";
import type { AppLoadContext } from "@remix-run/node";
import { expect, it } from "vitest";
import { answerOf, webOf } from "../support/web";
import { everyone, matrix, type Who } from "./access-matrix";
import { castOf, paramsOf, pathOf } from "./cast";
import { foldersIn } from "./source";

type Args = { request: Request; context: AppLoadContext; params: Record<string, string> };
const modules = import.meta.glob<{ loader(args: Args): Promise<unknown>; default?: unknown }>(
  "../../app/routes/*/route.{ts,tsx}",
);
const file = "tests/architecture/loader-keys.json";
type Allowed = Record<string, Record<string, Who[]>>;

/** "people[].name": every way to a value, lists and ids left out of it. */
function keysIn(value: unknown, way = ""): string[] {
  if (value instanceof Map || value instanceof Set) return keysIn([...value.values()], way);
  if (Array.isArray(value)) return value.flatMap((each) => keysIn(each, `${way}[]`));
  if (typeof value !== "object" || value === null) return way === "" ? [] : [way];
  const entries = Object.entries(value);
  return entries.length === 0
    ? [way]
    : entries.flatMap(([key, each]) => keysIn(each, way ? `${way}.${key}` : key));
}

async function keysHandedOut(): Promise<Allowed> {
  const allowed: Allowed = {};
  for (const route of foldersIn("app/routes")) {
    const module = await (modules[`../../app/routes/${route}/route.tsx`] ?? (async () => null))();
    if (!module?.default) continue;
    const cast = castOf();
    const web = webOf(cast.world);
    const params = paramsOf(route, cast);
    const keys = new Map<string, Who[]>();
    for (const who of everyone.filter((each) => matrix[route]?.[each] === "open")) {
      const args = await web.visit(pathOf(route, params), { as: cast.people[who], params });
      const { data } = await answerOf(module.loader(args));
      for (const key of new Set(keysIn(data))) keys.set(key, [...(keys.get(key) ?? []), who]);
    }
    allowed[route] = Object.fromEntries([...keys].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return allowed;
}

it("loaders hand out what is allowed, and nothing else", async () => {
  const handedOut = await keysHandedOut();
  if (process.env.UPDATE_LOADER_KEYS) writeFileSync(file, `${JSON.stringify(handedOut, null, 2)}\n`);
  expect(handedOut).toEqual(JSON.parse(readFileSync(file, "utf8")));
}, 240_000);

it("no loader names a secret", async () => {
  const names = Object.values(JSON.parse(readFileSync(file, "utf8")) as Allowed).flatMap(Object.keys);
  const secret = /(password|hash|secret|sealed|token$|key$)/i;
  const meant = ["asksPassword", "hasPassword", "token"];
  // Which board, theme or course a report is about.
  const codes = ["report.slice.key"];
  expect(
    names.filter(
      (name) => secret.test(name) && !meant.includes(name.split(".").at(-1) ?? "") && !codes.includes(name),
    ),
  ).toEqual([]);
});

it("control: a new name anywhere in an answer is noticed", () => {
  expect(keysIn({ people: [{ name: "Ann", roles: new Set(["x"]) }], none: [] })).toEqual([
    "people[].name",
    "people[].roles[]",
  ]);
  expect(keysIn({ a: { b: 1 } })).not.toEqual(keysIn({ a: { b: 1, passwordHash: "x" } }));
});
