// Opens every page as every kind of person, and posts an empty form wherever they may not: the answers are the matrix's.
import type { AppLoadContext } from "@remix-run/node";
import { expect, it } from "vitest";
import { enter } from "~/web/enter.server";
import { answerOf, webOf } from "../support/web";
import { type Cell, everyone, matrix, type Row, type Who } from "./access-matrix";
import { type Cast, castOf, paramsOf, pathOf } from "./cast";
import { looksAreRecorded } from "./recorded-looks";
import { foldersIn } from "./source";

type Args = { request: Request; context: AppLoadContext; params: Record<string, string> };
type RouteModule = { loader(args: Args): Promise<unknown>; action?(args: Args): Promise<unknown> };

type Form = Record<string, string>;

const modules = import.meta.glob<RouteModule>("../../app/routes/*/route.{ts,tsx}");
const routes = foldersIn("app/routes");

it("has a row for every route, and a route for every row", () => {
  expect(Object.keys(matrix).sort()).toEqual(routes);
});

it("every row has a cell for every kind of person", () => {
  for (const row of Object.values(matrix)) expect(Object.keys(row)).toEqual([...everyone]);
});

it.each(routes)("%s", async (route) => {
  const page = await moduleOf(route);
  const cast = castOf();
  const row = matrix[route];
  if (!row) throw new Error(`The matrix has no row for ${route}.`);
  const address = addressOf(route, cast);

  const mayTell = looksAreRecorded.includes(route);
  expect(await openedBy(page, cast, address, mayTell)).toEqual(withoutReasons(row));

  const shut = everyone.filter((who) => row[who] === "sign in" || row[who] === "forbidden");
  for (const who of shut) {
    const answer = await answerTo(page.action, cast, address, who, {});
    if (answer) expect(cellOf(answer), `the answer to a form from ${who}`).toBe(row[who]);
  }
});

it("control: tells an open page from one for coordinators, and a form that anyone may post", async () => {
  const cast = castOf();
  const address = { path: "/manage", params: {} };
  const shut: RouteModule = { loader: (args) => enter(args, ["coordinator"], () => null) };
  const open: RouteModule = { loader: (args) => enter(args, "public", () => null) };
  const row = withoutReasons(matrix["manage._index"] ?? {});
  expect(await openedBy(shut, cast, address)).toEqual(row);
  expect(await openedBy(open, cast, address)).not.toEqual(row);
  const answer = await answerTo(open.loader, cast, address, "practitioner", {});
  expect(answer && cellOf(answer)).toBe("open");
});

it("control: notices a page that writes when it is only looked at", async () => {
  const cast = castOf();
  const { db, tables } = cast.world;
  const writing: RouteModule = {
    loader: async () => db.update(tables.sessions).set({ capacity: 3 }).run(),
  };
  await expect(openedBy(writing, cast, { path: "/", params: {} })).rejects.toThrow("wrote by only looking");
});

function moduleOf(route: string): Promise<RouteModule> {
  const load =
    modules[`../../app/routes/${route}/route.tsx`] ?? modules[`../../app/routes/${route}/route.ts`];
  if (!load) throw new Error(`app/routes/${route} has no route.ts or route.tsx.`);
  return load();
}

type Address = { path: string; params: Record<string, string> };

function addressOf(route: string, cast: Cast): Address {
  const params = paramsOf(route, cast);
  return { path: pathOf(route, params), params };
}

/** What each kind of person gets to see. @throws when looking changed anything, save the audit trail where it may tell */
async function openedBy(page: RouteModule, cast: Cast, address: Address, mayTell = false) {
  const told = mayTell ? "(select count(*) from audit_entries)" : "0";
  const written = cast.world.db.$client.prepare(`select total_changes() - ${told}`).pluck();
  const cells: Record<string, string> = {};
  for (const who of everyone) {
    const args = await argsFor(cast, address, who);
    const before = written.get();
    cells[who] = cellOf(await answerOf(page.loader(args)));
    if (written.get() !== before) throw new Error(`${who} wrote by only looking at ${address.path}`);
  }
  return cells;
}

/** The answer to a form, or null where a page takes none. */
async function answerTo(action: RouteModule["action"], cast: Cast, address: Address, who: Who, form: Form) {
  return action ? answerOf(action(await argsFor(cast, address, who, form))) : null;
}

const argsFor = (cast: Cast, { path, params }: Address, who: Who, form?: Form): Promise<Args> =>
  webOf(cast.world).visit(path, { as: cast.people[who], params, form });

function cellOf({ status, to }: { status: number; to: string | null }): string {
  if (status === 403) return "forbidden";
  if (status === 404) return "not found";
  return to?.startsWith("/sign-in") ? "sign in" : "open";
}

const withoutReasons = (row: Partial<Row>) =>
  Object.fromEntries(
    Object.entries(row).map(([who, cell]: [string, Cell]) => [
      who,
      typeof cell === "string" ? cell : "not found",
    ]),
  );
