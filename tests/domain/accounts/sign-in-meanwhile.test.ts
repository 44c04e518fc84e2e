// What happens to an account while a password is being checked or hashed, which takes a moment: the later word stands.
import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import {
  changePassword,
  disablePerson,
  enablePerson,
  readSignedIn,
  signIn,
  startAuthSession,
} from "~/domain/accounts/accounts.server";
import { inShort, watch } from "../support-check/ledger";
import { email, password } from "./accounts-world";
import { annInTwoBrowsers } from "./signed-in-world";

const meanwhile = vi.hoisted(() => ({
  afterCheck: null as null | (() => unknown),
  beforeHash: null as null | (() => unknown),
}));
vi.mock("@node-rs/argon2", async (original) => {
  const argon = await original<typeof import("@node-rs/argon2")>();
  const once = async (which: keyof typeof meanwhile) => {
    const deed = meanwhile[which];
    meanwhile[which] = null;
    await deed?.();
  };
  return {
    ...argon,
    verify: async (...given: Parameters<typeof argon.verify>) => {
      const matches = await argon.verify(...given);
      await once("afterCheck");
      return matches;
    },
    hash: async (...given: Parameters<typeof argon.hash>) => {
      await once("beforeHash");
      return argon.hash(...given);
    },
  };
});
beforeEach(() => {
  meanwhile.afterCheck = null;
  meanwhile.beforeHash = null;
});

const fresh = "velvet-anchor-thimble";
const weaker = { memoryCost: 8192, timeCost: 1, parallelism: 1 };
const wrong = { ok: false, reason: "wrong address or password" };

async function world() {
  const found = await annInTwoBrowsers();
  const { world, ann, here, asAnn } = found;
  const { people } = world.tables;
  const authSessions = () => world.db.select().from(world.tables.authSessions).all().length;
  const attempt = (typed = password) => signIn(world.stranger, { email, password: typed, device: null });
  const set = (values: Partial<typeof people.$inferInsert>) =>
    world.db.update(people).set(values).where(eq(people.id, ann)).run();
  const change = () => changePassword(asAnn, { password: fresh, authSessionId: here.authSessionId });
  return {
    ...found,
    admin: world.as(world.person({ roles: ["admin"] })),
    authSessions,
    attempt,
    set,
    change,
  };
}

test("an old password that matched just before it was changed signs nobody in", async () => {
  const { world: place, authSessions, attempt, change } = await world();
  meanwhile.afterCheck = change;
  const added = watch(place);
  expect(await attempt()).toEqual(wrong);
  expect(authSessions()).toBe(1);
  expect(inShort(added()).audit).toEqual(["accounts.password changed", "accounts.sign-in refused"]);
  expect(await attempt(fresh)).toMatchObject({ ok: true });
});

test("making a hash anew never brings an old password back", async () => {
  const { attempt, set, change } = await world();
  set({ passwordHash: await hash(password, weaker) });
  meanwhile.beforeHash = change;
  expect(await attempt()).toEqual(wrong);
  expect(await attempt()).toEqual(wrong);
  expect(await attempt(fresh)).toMatchObject({ ok: true });
});

test("two sign-ins that both make the hash anew are both let in", async () => {
  const { attempt, set } = await world();
  set({ passwordHash: await hash(password, weaker) });
  const both = await Promise.all([attempt(), attempt()]);
  expect(both).toMatchObject([{ ok: true }, { ok: true }]);
});

test("an account that is closed while its password is checked stays closed, and has no session to come back to", async () => {
  const { world: place, ann, admin, authSessions, attempt } = await world();
  meanwhile.afterCheck = () => disablePerson(admin, ann);
  const added = watch(place);
  expect(await attempt()).toEqual(wrong);
  expect(authSessions()).toBe(0);
  expect(inShort(added()).audit).toEqual(["accounts.disabled", "accounts.sign-in refused"]);
});

test("opening an account again brings no session back", async () => {
  const { world: place, ann, admin } = await world();
  disablePerson(admin, ann);
  const secret = startAuthSession(place, { personId: ann, method: "link", device: null });
  enablePerson(admin, ann);
  expect(await readSignedIn(place, secret)).toBeNull();
});
