// A world in which somebody is signed in, in one browser or several, and may have a second factor.
import { readSignedIn, startAuthSession } from "~/domain/accounts/accounts.server";
import {
  codeAt,
  keyFrom,
  recoveryCodeFrom,
  recoveryCodeHash,
  seal,
} from "~/domain/accounts/second-factor/second-factor";
import { keepSignedIn } from "~/web/cookies.server";
import { testSettings } from "../../support/web";
import type { World } from "../../support/world";
import { worldWithAnn } from "./accounts-world";

export const { secret } = testSettings;
export const halfMinute = 30_000;
export const oldKey = keyFrom("some chance");
/** What the owner kept on paper. */
export const onPaper = ["one", "two"].map(recoveryCodeFrom);

export const codeIn = (world: World, key: string, halfMinutes = 0) =>
  codeAt(key, world.clock.now() + halfMinutes * halfMinute);

/** @param secondFactor whether it was given in this browser */
export async function browserOf(
  world: World,
  personId: string,
  { secondFactor = true, device = null }: { secondFactor?: boolean; device?: string | null } = {},
) {
  const given = { personId, method: "password" as const, device, secondFactor };
  const kept = await startAuthSession(world, given);
  const authSessionId = (await readSignedIn(world, kept))?.authSession.id ?? "";
  const cookie = (await keepSignedIn(kept, testSettings)).split(";", 1)[0] ?? "";
  return { secret: kept, authSessionId, cookie };
}

/** Puts the second factor on, as if it had been set up long ago. */
export function giveFactor(world: World, personId: string): void {
  const { secondFactors, recoveryCodes } = world.tables;
  const sealedKey = seal(secret, oldKey, "once");
  world.db.insert(secondFactors).values({ personId, sealedKey, startedAt: 1, confirmedAt: 1 }).run();
  world.db
    .insert(recoveryCodes)
    .values(onPaper.map((code) => ({ personId, codeHash: recoveryCodeHash(code), madeAt: 1 })))
    .run();
}

/** Ann, who learns, in two browsers. */
export async function annInTwoBrowsers() {
  const { world, ann } = await worldWithAnn();
  const here = await browserOf(world, ann);
  const elsewhere = await browserOf(world, ann);
  const opens = async (kept: string) => (await readSignedIn(world, kept)) !== null;
  return { world, ann, here, elsewhere, opens, asAnn: world.as(ann) };
}
