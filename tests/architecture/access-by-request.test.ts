// The matrix again, as browsers and programs ask: whole pages, the data behind them, and forms posted to either, through
// the framework itself. Someone who has given only their password is nobody yet.
import { expect, it } from "vitest";
import { startAuthSession } from "~/domain/accounts/accounts.server";
import { keepSignedIn } from "~/web/cookies.server";
import { type Page, siteOf } from "../domain/support-check/site";
import { testSettings } from "../support/web";
import { type Cell, everyone, matrix } from "./access-matrix";
import { type Cast, castOf, paramsOf, pathOf } from "./cast";
import { foldersIn } from "./source";

const routes = foldersIn("app/routes").filter((route) => route !== "$");
/** Open to whoever still owes their second step: the pages that settle it. */
const settling = ["sign-in.code", "my.account.second-factor"];

const addressIn = (route: string, cast: Cast) => pathOf(route, paramsOf(route, cast));
const dataOf = (address: string) => (address === "/" ? "/_root.data" : `${address}.data`);

/** What an answer comes to. Data answers with the status and the way of its page; a redirect there is a 202. */
function cellOf({ status, to }: Page): string {
  if (status === 403) return "forbidden";
  if (status === 404) return "not found";
  if (to?.startsWith("/sign-in/code") || to === "/my/account/second-factor") return "second step";
  return /^\/sign-in(\?|$)/.test(to ?? "") ? "sign in" : "open";
}

const plain = (cell: Cell) => (typeof cell === "string" ? cell : "not found");
/** Routes that answer with something else than a page have no data behind them. */
const isPage = async (route: string) =>
  "default" in ((await pages[`../../app/routes/${route}/route.tsx`]?.()) ?? {});
const pages = import.meta.glob<object>("../../app/routes/*/route.tsx");

it.each(routes)("%s, as a page, as data and by a form", async (route) => {
  const cast = castOf();
  const visit = siteOf(cast.world);
  const address = addressIn(route, cast);
  const page = await isPage(route);
  const row = matrix[route];
  if (!row) throw new Error(`The matrix has no row for ${route}.`);
  for (const who of everyone) {
    const as = cast.people[who];
    const wanted = plain(row[who]);
    expect(cellOf(await visit(address, { as })), `${who} reads it`).toBe(wanted);
    if (page) expect(cellOf(await visit(dataOf(address), { as })), `${who} reads its data`).toBe(wanted);
    if (wanted === "open") continue;
    for (const to of page ? [address, dataOf(address)] : [address]) {
      const answer = await visit(to, { as, form: {} });
      // A page that takes no form says so to everyone alike.
      if (answer.status === 405) continue;
      expect(cellOf(answer), `${who} posts to ${to}`).toBe(wanted);
    }
  }
});

it.each(routes)("%s is closed to someone who still owes their second step", async (route) => {
  const cast = castOf();
  const { world } = cast;
  const admin = cast.people.admin ?? "";
  world.db
    .insert(world.tables.secondFactors)
    .values({ personId: admin, sealedKey: "sealed", startedAt: 1, confirmedAt: 1 })
    .run();
  const secret = await startAuthSession(world, { personId: admin, method: "password", device: null });
  const cookie = (await keepSignedIn(secret, testSettings)).split(";", 1)[0] ?? "";
  const visit = siteOf(world);
  const address = addressIn(route, cast);
  const stranger = plain(matrix[route]?.stranger ?? "open");
  const wanted = settling.includes(route) ? null : stranger === "sign in" ? "second step" : stranger;
  if (wanted === null) return;
  const read = await visit(address, { cookie });
  expect(cellOf(read)).toBe(wanted);
  if (await isPage(route)) expect(cellOf(await visit(dataOf(address), { cookie }))).toBe(wanted);
});

it("control: tells an open answer from a refusal, in a page and in data", async () => {
  const cast = castOf();
  const visit = siteOf(cast.world);
  const as = cast.people.practitioner;
  expect(cellOf(await visit("/manage.data", { as }))).toBe("forbidden");
  expect(cellOf(await visit("/manage.data", { as: cast.people.coordinator }))).toBe("open");
  expect(cellOf(await visit("/manage.data"))).toBe("sign in");
  expect(cellOf(await visit("/bookings/none.data", { as }))).toBe("not found");
});
