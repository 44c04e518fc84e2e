// Ten thousand forms of nonsense: every one is answered, none breaks the service or the rules that its data must keep.
import type { AppLoadContext } from "@remix-run/node";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Who } from "../architecture/access-matrix";
import { type Cast, castOf, paramsOf, pathOf } from "../architecture/cast";
import { foldersIn } from "../architecture/source";
import { siteOf } from "../domain/support-check/site";
import { webOf } from "../support/web";

type Args = { request: Request; context: AppLoadContext; params: Record<string, string> };
type Action = (args: Args) => Promise<unknown>;
const modules = import.meta.glob<{ action?: Action }>("../../app/routes/*/route.{ts,tsx}", { eager: true });
const routes = foldersIn("app/routes").flatMap((route) => {
  const module =
    modules[`../../app/routes/${route}/route.tsx`] ?? modules[`../../app/routes/${route}/route.ts`];
  return module?.action ? [{ route, action: module.action }] : [];
});

const bodies = 10_000;
const some: Who[] = [
  "stranger",
  "practitioner",
  "agency_lead",
  "trainer",
  "coordinator",
  "sdg_member",
  "admin",
];

/** The names of the fields that a page shows to somebody, and the values it offers. */
async function fieldsOf(cast: Cast, address: string) {
  const visit = siteOf(cast.world);
  const names = new Set([
    "_action",
    "intent",
    "id",
    "personId",
    "agencyId",
    "role",
    "step",
    "__proto__",
    "constructor",
  ]);
  const values = new Set<string>();
  for (const who of some) {
    const { html } = await visit(address, { as: cast.people[who] });
    const main = /<main.*<\/main>/s.exec(html)?.[0] ?? "";
    for (const [, name] of main.matchAll(/ name="([^"]{1,80})"/g)) if (name) names.add(name);
    for (const [, value] of main.matchAll(/ value="([^"]{1,80})"/g)) if (value) values.add(value);
  }
  return { names: [...names], values: [...values] };
}

const strange = [
  "",
  " ",
  "0",
  "-1",
  "1e309",
  "NaN",
  "9".repeat(400),
  "null",
  "undefined",
  "true",
  "[]",
  "{}",
  "../../etc/passwd",
  "' or 1=1 --",
  "<script>alert(1)</script>",
  "2026-02-30",
  "2026-11-24",
  "9999999999-01-01",
  "25:61",
  "09:30",
  "\u0000",
  "a\r\nb",
  "\ud800",
  "\u202e\u2066",
  "é".repeat(2000),
  "ann@police.example.org",
  "police",
  "course",
  "venue",
];

test(`${bodies.toLocaleString("en-GB")} posted forms of nonsense: no fault, and no broken rule`, async () => {
  const each = Math.ceil(bodies / routes.length);
  let sent = 0;
  for (const { route, action } of routes) {
    const cast = castOf();
    const web = webOf(cast.world);
    const params = paramsOf(route, cast);
    const address = pathOf(route, params);
    const { names, values } = await fieldsOf(cast, address);
    // One sign-in each; a session for every body would only slow this down.
    const cookies = new Map<Who, string>();
    for (const who of some) {
      const person = cast.people[who];
      if (person) cookies.set(who, await web.cookieOf(person));
    }
    const name = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...names) },
      { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
    );
    const value = fc.oneof(
      fc.constantFrom(...strange),
      fc.constantFrom(...(values.length > 0 ? values : strange)),
      fc.string({ unit: "binary", maxLength: 60 }),
    );
    const body = fc.array(fc.tuple(name, value), { maxLength: 14 });
    for (const [who, fields] of fc.sample(fc.tuple(fc.constantFrom(...some), body), {
      numRuns: each,
      seed: 20261122,
    })) {
      const headers = new Headers({ Cookie: cookies.get(who) ?? "" });
      const request = new Request(new URL(address, "http://localhost"), {
        method: "POST",
        headers,
        body: new URLSearchParams(fields.map(([field, typed]) => [field, typed])),
      });
      const status = await statusOf(action({ request, context: web.context(), params }));
      sent += 1;
      if (status >= 500) expect.fail(`${who} at ${address}: ${status} for ${JSON.stringify(fields)}`);
    }
    expect(brokenRules(cast), route).toEqual([]);
  }
  expect(sent).toBeGreaterThanOrEqual(bodies);
}, 120_000);

test("control: a form that makes the service stumble is noticed, and so is a place too many", async () => {
  expect(await statusOf(Promise.reject(new TypeError("stumbled")))).toBe(500);
  expect(await statusOf(Promise.reject(new Response("", { status: 404 })))).toBe(404);
  const cast = castOf();
  expect(brokenRules(cast)).toEqual([]);
  cast.world.db.update(cast.world.tables.sessions).set({ capacity: 0 }).run();
  expect(brokenRules(cast)).not.toEqual([]);
});

async function statusOf(work: Promise<unknown>): Promise<number> {
  try {
    const answer = await work;
    if (answer instanceof Response) return answer.status;
    const init = (answer as { init?: ResponseInit } | null)?.init;
    return init?.status ?? 200;
  } catch (thrown) {
    return thrown instanceof Response ? thrown.status : 500;
  }
}

/** Sessions with more people than places, people booked twice, references to nothing. */
function brokenRules({ world: { db } }: Cast): unknown[] {
  const sql = db.$client;
  return [
    ...(sql.pragma("foreign_key_check") as unknown[]),
    ...sql
      .prepare(
        `select s.id from sessions s where s.capacity < (select count(*) from bookings b where b.session_id = s.id
         and b.state in ('confirmed', 'offered', 'attended', 'partly attended', 'did not attend'))`,
      )
      .all(),
    ...sql
      .prepare(
        `select session_id from bookings where state not in ('cancelled', 'declined', 'expired')
         group by session_id, person_id having count(*) > 1`,
      )
      .all(),
  ];
}
