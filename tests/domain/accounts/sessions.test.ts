// Where people are signed in, and ending it: one place, everywhere else, everywhere. Only ever their own.
import { expect, test } from "vitest";
import {
  endOwnAuthSession,
  endOwnAuthSessions,
  listOwnAuthSessions,
  markOfAuthSession,
} from "~/domain/accounts/accounts.server";
import { days } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { digestOf, watch } from "../support-check/ledger";
import { annInTwoBrowsers, browserOf } from "./signed-in-world";

const markOf = ({ authSessionId }: { authSessionId: string }) => markOfAuthSession({ id: authSessionId });

test("each place is listed, the latest used first; what has lasted too long, or is another's, is not", async () => {
  const { world, ann, asAnn } = await annInTwoBrowsers();
  await browserOf(world, world.person());
  world.clock.forward(days(10));
  const now = await browserOf(world, ann, { device: "Firefox" });
  expect(listOwnAuthSessions(asAnn)).toMatchObject([{ id: now.authSessionId, device: "Firefox" }]);
});

test("ending one leaves the other, and is one entry in the audit trail", async () => {
  const { world, ann, asAnn, here, elsewhere, opens } = await annInTwoBrowsers();
  const added = watch(world);
  endOwnAuthSession(asAnn, markOf(elsewhere));
  expect([await opens(here.secret), await opens(elsewhere.secret)]).toEqual([true, false]);
  expect(added()).toMatchObject({
    audit: [{ action: "accounts.signed out", actorPersonId: ann, aboutPersonId: ann, detail: {} }],
    messages: [],
  });
  const before = digestOf(world.db);
  endOwnAuthSession(asAnn, markOf(elsewhere));
  expect(digestOf(world.db)).toBe(before);
});

test("somebody else's, or a made-up one, is not ended", async () => {
  const { world, here } = await annInTwoBrowsers();
  const ben = world.as(world.person());
  const before = digestOf(world.db);
  for (const mark of [markOf(here), here.authSessionId, "", "%"]) endOwnAuthSession(ben, mark);
  endOwnAuthSessions(ben);
  expect(digestOf(world.db)).toBe(before);
});

test("everywhere else ends all but this one; everywhere ends this one too", async () => {
  const { world, ann, asAnn, here, elsewhere, opens } = await annInTwoBrowsers();
  const other = await browserOf(world, world.coordinator);
  const added = watch(world);
  endOwnAuthSessions(asAnn, here.authSessionId);
  expect([await opens(here.secret), await opens(elsewhere.secret)]).toEqual([true, false]);
  endOwnAuthSessions(asAnn, here.authSessionId);
  endOwnAuthSessions(asAnn);
  endOwnAuthSessions(asAnn);
  expect([await opens(here.secret), await opens(other.secret)]).toEqual([false, true]);
  const ended = { action: "accounts.signed out everywhere", aboutPersonId: ann, detail: { places: 1 } };
  expect(added()).toMatchObject({ audit: [ended, ended], messages: [] });
});

test("strangers and the system are signed in nowhere", async () => {
  const { world, here } = await annInTwoBrowsers();
  for (const ctx of [world.stranger, world.asSystem]) {
    expect(() => listOwnAuthSessions(ctx)).toThrow(Forbidden);
    expect(() => endOwnAuthSession(ctx, markOf(here))).toThrow(Forbidden);
    expect(() => endOwnAuthSessions(ctx)).toThrow(Forbidden);
  }
});
