// Agencies and the mail domains that prove somebody works there.
import { describe, expect, test } from "vitest";
import {
  addAgency,
  agencyOfAddress,
  changeAgencyDetails,
  listAgenciesInFull,
  readAgency,
  readDomains,
} from "~/domain/accounts/accounts.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { expectTurnedAway, peopleCast } from "./people-cast";

const fire = { name: "Fire & Rescue", sector: "fire", domains: ["fire.example.org"] };
const police = { agencyId: "police", name: "Police", sector: "police", domains: ["police.example.org"] };
const taken = { ok: false, reason: "name taken" };

test("an admin adds an agency, and its address settles who joins from then on", () => {
  const cast = peopleCast();
  const added = watch(cast);
  const result = addAgency(cast.as(cast.admin), fire);
  const agencyId = result.ok ? result.value.agencyId : "";
  expect(agencyOfAddress(cast, "jo@north.fire.example.org").settled).toEqual({
    id: agencyId,
    name: "Fire & Rescue",
  });
  expect(added()).toMatchObject({
    audit: [
      {
        action: "accounts.agency added",
        actorPersonId: cast.admin,
        subjectKind: "agency",
        subjectId: agencyId,
      },
    ],
    messages: [],
  });
  const before = digestOf(cast.db);
  expect(addAgency(cast.as(cast.admin), { ...fire, name: "FIRE & rescue" })).toEqual(taken);
  expect(digestOf(cast.db)).toBe(before);
});

test("a change is audited by its fields; the same again changes nothing", () => {
  const cast = peopleCast();
  const ctx = cast.as(cast.admin);
  const before = digestOf(cast.db);
  expect(changeAgencyDetails(ctx, police).ok).toBe(true);
  expect(digestOf(cast.db)).toBe(before);
  const added = watch(cast);
  changeAgencyDetails(ctx, { ...police, name: "Constabulary", domains: ["force.example.org"] });
  changeAgencyDetails(ctx, {
    ...police,
    name: "Constabulary",
    sector: "law",
    domains: ["force.example.org"],
  });
  expect(added()).toMatchObject({
    audit: [
      {
        action: "accounts.agency details changed",
        subjectId: "police",
        detail: { fields: ["name", "domains"] },
      },
      { action: "accounts.agency details changed", detail: { fields: ["sector"] } },
    ],
    messages: [],
  });
  expect(agencyOfAddress(cast, "jo@police.example.org").settled).toBeNull();
  expect(agencyOfAddress(cast, "jo@force.example.org").settled?.name).toBe("Constabulary");
  // Whoever is confirmed stays so.
  expect(cast.row(cast.lead).agencyStanding).toBe("confirmed");
  expect(changeAgencyDetails(ctx, { ...police, name: "health" })).toEqual(taken);
});

test("a domain that two agencies share settles nothing: people pick", () => {
  const cast = peopleCast();
  const ctx = cast.as(cast.admin);
  const shared = { agencyId: "health", name: "Health", sector: "health", domains: ["police.example.org"] };
  expect(changeAgencyDetails(ctx, shared).ok).toBe(true);
  expect(agencyOfAddress(cast, "jo@police.example.org")).toMatchObject({
    settled: null,
    choices: [{ name: "Health" }, { name: "Police" }],
  });
  expect(readAgency(ctx, "police").domains).toEqual([
    { domain: "police.example.org", sharedWith: ["Health"] },
  ]);
});

test("the list counts who is here and who waits", () => {
  const cast = peopleCast();
  cast.joiner("health");
  cast.change(cast.person({ agencyId: "health" }), { disabledAt: 1 });
  cast.change(cast.person({ agencyId: "health" }), { agencyStanding: "declined" });
  addAgency(cast.as(cast.admin), { ...fire, domains: [] });
  expect(listAgenciesInFull(cast.as(cast.coordinator))).toMatchObject([
    { name: "Fire & Rescue", people: 0, awaiting: 0, domains: [] },
    { name: "Health", people: 1, awaiting: 1 },
    { name: "Police", awaiting: 1 },
  ]);
});

test("coordinators read; nobody but an admin changes anything", () => {
  const cast = peopleCast();
  const readers = [...cast.nobodies(), cast.as(cast.lead)];
  expectTurnedAway(cast, readers, listAgenciesInFull, Forbidden);
  const writers = [...readers, cast.as(cast.coordinator)];
  expectTurnedAway(cast, writers, (ctx) => addAgency(ctx, fire), Forbidden);
  expectTurnedAway(cast, writers, (ctx) => changeAgencyDetails(ctx, police), Forbidden);
  const nowhere = { ...police, agencyId: "nowhere" };
  expectTurnedAway(cast, [cast.as(cast.admin)], (ctx) => changeAgencyDetails(ctx, nowhere), NotFound);
  expectTurnedAway(cast, [cast.as(cast.admin)], (ctx) => readAgency(ctx, "nowhere"), NotFound);
  const added = watch(cast);
  listAgenciesInFull(cast.as(cast.coordinator));
  expect(inShort(added())).toEqual({ audit: [], messages: [] });
});

describe("domains", () => {
  test("one on each line, in small letters, each once; an @ before them does no harm", () => {
    expect(readDomains(" Police.Example.org\r\n@north.police.example.org.\n\npolice.example.org ")).toEqual({
      ok: true,
      domains: ["police.example.org", "north.police.example.org"],
    });
    expect(readDomains("a.example.org, b.example.org")).toMatchObject({
      domains: ["a.example.org", "b.example.org"],
    });
    expect(readDomains("")).toEqual({ ok: true, domains: [] });
  });

  test.each([
    ["jo@police.example.org", "not a domain"],
    ["localhost", "not a domain"],
    ["police..org", "not a domain"],
    ["-police.org", "not a domain"],
    ["http://police.org/", "not a domain"],
    ["10.0.0.1", "not a domain"],
    ["*.police.org", "not a domain"],
    ["=cmd.org", "not a domain"],
    [`${"a".repeat(64)}.org`, "not a domain"],
    ["Gmail.com", "open to all"],
    ["yahoo.co.uk", "open to all"],
    ["gov.uk", "above many"],
    ["NHS.uk", "above many"],
    ["sch.uk", "above many"],
  ])("%s is refused: %s", (typed, problem) => {
    expect(readDomains(`police.example.org\n${typed}`)).toEqual({ ok: false, typed, problem });
  });
});
