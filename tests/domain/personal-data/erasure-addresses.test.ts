// Erasing someone who has had other addresses: what still names one of them goes too, and nothing of anyone else's.
import { expect, test } from "vitest";
import { confirmAddressChange, requestAddressChange, requestLink } from "~/domain/accounts/accounts.server";
import { erasePerson } from "~/domain/personal-data/personal-data.server";
import { email, worldWithAnn } from "../accounts/accounts-world";
import { browserOf } from "../accounts/signed-in-world";
import { watch } from "../support-check/ledger";
import { findEverywhere } from "./database-search";
import { adminOf, changePerson, letter, letterRow, personRow } from "./kept-records";

async function annWhoMoved() {
  const { world, ann } = await worldWithAnn();
  const { authSessionId } = await browserOf(world, ann);
  const move = (to: string) => requestAddressChange(world.as(ann), { email: to, returnTo: "/" });
  const asked = move("ann.moved@mail.example");
  if (!asked.ok) throw new Error(asked.reason);
  const colleague = world.person({ name: "Report" });
  changePerson(world, colleague, { lineManagerEmail: email.toUpperCase() });
  const { linkId } = asked.value;
  expect(confirmAddressChange(world.as(ann), { linkId, authSessionId }).ok).toBe(true);
  return { world, ann, colleague, move };
}

test("a colleague's record, links and letters name no address that they ever had", async () => {
  const { world, ann, colleague } = await annWhoMoved();
  expect(personRow(world, colleague)?.lineManagerEmail).toBe(email.toUpperCase());
  requestLink(world.stranger, { email, returnTo: "/" });
  const ctx = adminOf(world);
  const added = watch(world);
  expect(erasePerson(ctx, { personId: ann, reason: "asked" }).ok).toBe(true);
  expect(findEverywhere(world.db, /ann@police|ann\.moved|Ann Learner/i)).toEqual([]);
  expect(personRow(world, colleague)?.lineManagerEmail).toBeNull();
  expect(added().audit).toMatchObject([
    {
      action: "accounts.details changed",
      subjectId: colleague,
      aboutPersonId: colleague,
      detail: { fields: ["lineManagerEmail"] },
    },
    { action: "personal-data.erased" },
  ]);
});

test("an address that somebody else has by now is theirs", async () => {
  const { world, ann, colleague } = await annWhoMoved();
  changePerson(world, world.person(), { email });
  requestLink(world.stranger, { email, returnTo: "/" });
  erasePerson(adminOf(world), { personId: ann, reason: "asked" });
  expect(personRow(world, colleague)?.lineManagerEmail).toBe(email.toUpperCase());
  expect(world.db.select().from(world.tables.signInLinks).all()).toMatchObject([{ email }]);
});

test("an address that they asked for and never proved was not theirs", async () => {
  const { world, ann, colleague, move } = await annWhoMoved();
  const other = "boss@council.example";
  changePerson(world, colleague, { lineManagerEmail: other });
  move(other);
  letter(world, { toPersonId: ann, toEmail: other, kind: "complaint received" });
  const toOther = letter(world, { toEmail: other });
  erasePerson(adminOf(world), { personId: ann, reason: "asked" });
  expect(personRow(world, colleague)?.lineManagerEmail).toBe(other);
  expect(letterRow(world, toOther)?.toEmail).toBe(other);
});
