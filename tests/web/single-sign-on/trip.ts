// A person's way through single sign-on, as their browser goes it: from our button to the organisation and back.
import { expect } from "vitest";
import type { OidcProvider } from "~/settings.server";
import { paths } from "~/web/paths";
import { jarOf, type Page, siteOf } from "../../domain/support-check/site";
import { testSettings } from "../../support/web";
import { makeWorld, type World } from "../../support/world";

export const returnAddress = (id: string) => testSettings.publicUrl + paths.signInWithReturn(id);

/** A world with one learner and the organisations that sign people in; `site` opens its pages. */
export function signOnWorld(providers: OidcProvider[]) {
  const settings = { ...testSettings, oidcProviders: providers };
  const world = makeWorld();
  const person = world.person({ name: "Ann Learner" });
  world.db.$client.prepare("update people set email = 'ann@police.example.org' where id = ?").run(person);
  return { world, settings, site: siteOf(world, settings), ann: person };
}

type Site = ReturnType<typeof siteOf>;
export type Begun = { started: Page; going: Page; cookie: string; address: URL };

/** Presses our button and follows to the page that leads on. */
export async function begin(site: Site, id: string, to?: string): Promise<Begun> {
  const started = await site(paths.signInWith(id, to), { form: {} });
  expect([started.status, started.to]).toEqual([302, paths.signInWith(id)]);
  const cookie = jarOf(started);
  const going = await site(started.to ?? "", { cookie });
  const address = /href="(http[^"]+)"[^>]*>Continue to/.exec(going.html)?.[1] ?? "";
  expect(address, going.html).not.toBe("");
  return { started, going, cookie, address: new URL(address.replaceAll("&amp;", "&")) };
}

/** Goes through the organisation's pages with a jar of its own. @returns the way back to us, as a path */
export async function throughTheirs(address: URL): Promise<string> {
  const jar = new Map<string, string>();
  let at = address.href;
  for (let hops = 0; hops < 10; hops++) {
    const answer = await fetch(at, {
      redirect: "manual",
      headers: { Cookie: [...jar].map((pair) => pair.join("=")).join("; ") },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const to = answer.headers.get("Location");
    if (!to) throw new Error(`${at} led nowhere: ${answer.status} ${await answer.text()}`);
    at = new URL(to, at).href;
    if (at.startsWith(testSettings.publicUrl)) return at.slice(testSettings.publicUrl.length);
  }
  throw new Error("The organisation leads in circles.");
}

/** All of it, with an organisation that keeps to the rules. */
export async function signOn(
  site: Site,
  id: string,
  to?: string,
): Promise<Page & { begun: Begun; back: string }> {
  const begun = await begin(site, id, to);
  const back = await throughTheirs(begun.address);
  return { ...(await site(back, { cookie: begun.cookie })), begun, back };
}

/** Whoever a page's cookies sign in. */
export const isSignedIn = (page: Page) =>
  page.setCookies.some((cookie) => cookie.startsWith("signed-in=") && !cookie.includes("Max-Age=0"));

export const authSessionsIn = (world: World) => world.db.select().from(world.tables.authSessions).all();
export const identitiesIn = (world: World) => world.db.select().from(world.tables.externalIdentities).all();
