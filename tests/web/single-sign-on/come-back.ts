// Somebody comes back from the organisation that says whatever the test has it say.
import { expect } from "vitest";
import { watch } from "../../domain/support-check/ledger";
import { brokenReferences, wordsOf } from "../../domain/support-check/site";
import type { Answer, FakeProvider } from "./fake-provider";
import { authSessionsIn, begin, identitiesIn, isSignedIn, signOnWorld } from "./trip";

export type Way = Record<string, string | undefined>;

/** Comes back from the fake organisation with an answer; `way` changes what stands in the address. */
export async function comeBack(fake: FakeProvider, given: Answer, way: Way = {}) {
  const { world, site, ann } = signOnWorld([fake.settings]);
  const begun = await begin(site, "fake", "/courses");
  fake.says(begun.address, given);
  const added = watch(world);
  const query: Way = {
    code: "c",
    state: begun.address.searchParams.get("state") ?? "",
    iss: fake.issuer,
    ...way,
  };
  const told = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const back = `/sign-in/with/fake/return?${new URLSearchParams(told)}`;
  const page = await site(back, { cookie: begun.cookie });
  return { world, site, ann, begun, back, page, added };
}

type Outcome = Awaited<ReturnType<typeof comeBack>>;

export function expectRefused(outcome: Outcome, status: number, words: string) {
  expectNothing(outcome, status, words);
  expect(outcome.added().audit).toMatchObject([
    {
      action: "accounts.sign-in refused",
      actorKind: "stranger",
      subjectId: "unknown",
      aboutPersonId: null,
      screen: "GET /sign-in/with/fake/return",
      detail: { reason: "single sign-on" },
    },
  ]);
}

/** As someone whom any page could have sent here: told so, and not worth an entry. */
export function expectNotBegun(outcome: Outcome) {
  expectNothing(outcome, 400, "not begun in this browser");
  expect(outcome.added().audit).toEqual([]);
}

function expectNothing({ world, page, added }: Outcome, status: number, words: string) {
  expect(isSignedIn(page), "signed in").toBe(false);
  expect(page.status).toBe(status);
  expect(wordsOf(page)).toContain(words);
  expect(brokenReferences(page)).toEqual([]);
  expect(authSessionsIn(world)).toEqual([]);
  expect(identitiesIn(world)).toEqual([]);
  expect(added().messages).toEqual([]);
}
