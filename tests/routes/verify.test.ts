// Checking a certificate by its number: what it says to whom, and what guessing brings.
import { expect, test } from "vitest";
import { giveCertificates } from "~/domain/certificates/certificates.server";
import { erasePerson } from "~/domain/personal-data/personal-data.server";
import { days } from "~/shared/clock";
import { limitTable } from "~/web/limits.server";
import { withoutSecrets } from "~/web/without-secrets";
import { certifiedWorld, putRight } from "../domain/certificates/certified-world";
import {
  brokenReferences,
  build,
  errorSummaryOf,
  siteOf,
  titleOf,
  wordsOf,
} from "../domain/support-check/site";

function verifiedWorld(months: number | null = null) {
  const world = certifiedWorld({ course: { certificateNeeds: "attendance", certificateMonths: months } });
  giveCertificates(world.asSystem, world.ann);
  const visit = siteOf(world.world);
  const number = world.rows()[0]?.number ?? "";
  return { ...world, visit, number };
}

test("a stranger with the number sees whose it is, for what, and that it is valid; nothing else of theirs", async () => {
  const { visit, number } = verifiedWorld(24);
  const page = await visit(`/verify/${number}`);
  expect(page.status).toBe(200);
  expect(titleOf(page)).toContain("Check a certificate");
  const words = wordsOf(page);
  for (const said of [
    "This certificate is valid",
    "Name Ann Learner",
    "Training Neglect",
    "Completed on 17 November 2026",
    "Length 6 hours",
    "Valid until 17 November 2028",
    "Given by Test partnership",
    `Number ${number}`,
  ])
    expect(words).toContain(said);
  expect(page.html).not.toMatch(/police|bookingId|personId/i);
  expect(brokenReferences(page)).toEqual([]);
});

test("it is kept by nobody and found by no search, also when the number is wrong", async () => {
  const { number, visit } = verifiedWorld();
  const module = build.routes["routes/verify.$number"]?.module;
  const headers = module?.headers as (args: { errorHeaders?: Headers }) => Headers;
  expect(Object.fromEntries(headers({}))).toEqual({ "cache-control": "no-store", "x-robots-tag": "noindex" });
  for (const path of ["/verify", `/verify/${number}`, "/verify/22222-22222-22222-22222"])
    expect((await visit(path)).html).toContain('<meta name="robots" content="noindex"/>');
});

test.each([
  ["expired", 1, "This certificate has expired", "it counted until 17 December 2026"],
  ["withdrawn", null, "This certificate was withdrawn", "We put our record right"],
])("%s", async (standing, months, title, meaning) => {
  const { visit, number, world, sessionId, ann, clock } = verifiedWorld(months);
  if (standing === "withdrawn") {
    putRight(world, sessionId, ann, "left early");
    giveCertificates(world.asSystem, ann);
  } else clock.forward(days(40));
  const page = await visit(`/verify/${number}`);
  expect(page.status).toBe(200);
  expect(wordsOf(page)).toContain(title);
  expect(wordsOf(page)).toContain(meaning);
});

test("withdrawn and given again: the old number says that there is another, and not which", async () => {
  const { visit, number, world, sessionId, ann, rows } = verifiedWorld();
  putRight(world, sessionId, ann, "left early");
  giveCertificates(world.asSystem, ann);
  putRight(world, sessionId, ann, "present");
  giveCertificates(world.asSystem, ann);
  const page = await visit(`/verify/${number}`);
  expect(wordsOf(page)).toContain("Another was given for the same training since");
  expect(page.html).not.toContain(rows()[1]?.number);
});

test("after erasure it says that the name is gone", async () => {
  const { visit, number, world, annId, clock } = verifiedWorld();
  clock.forward(days(1));
  erasePerson(world.asSystem, { personId: annId, reason: "asked" });
  const words = wordsOf(await visit(`/verify/${number}`));
  expect(words).toContain("This certificate is valid");
  expect(words).toContain("We do not keep the name any more");
  expect(words).not.toMatch(/Ann Learner|Erased person/);
});

test.each(["22222-22222-22222-22222", "nonsense", "%F0%9F%92%A1", "..%2f..%2fmy"])(
  "%s is not known",
  async (number) => {
    const { visit } = verifiedWorld();
    const page = await visit(`/verify/${number}`);
    expect(page.status).toBe(404);
    expect(wordsOf(page)).toContain("We do not know this number");
  },
);

test("typed in any way it leads to the one address", async () => {
  const { visit, number } = verifiedWorld();
  const typed = number.toLowerCase().replaceAll("-", " ");
  expect((await visit(`/verify?number=${encodeURIComponent(typed)}`)).to).toBe(`/verify/${number}`);
  expect((await visit(`/verify/${number.toLowerCase()}`)).to).toBe(`/verify/${number}`);
});

test("the form: empty at first; what is no number is said beside it, as typed", async () => {
  const { visit } = verifiedWorld();
  const fresh = await visit("/verify");
  expect(errorSummaryOf(fresh)).toEqual([]);
  expect(brokenReferences(fresh)).toEqual([]);
  for (const typed of ["", "7K2QX-9MPTR"]) {
    const page = await visit(`/verify?number=${typed}`);
    expect(errorSummaryOf(page)).toEqual([
      { message: "Enter the whole number: four groups of five letters and digits", to: "#field-number" },
    ]);
    expect(page.html).toContain(typed && `value="${typed}"`);
    expect(brokenReferences(page)).toEqual([]);
  }
});

test("wrong numbers are turned away after a while; right ones never count", async () => {
  const { visit, number } = verifiedWorld();
  const { most } = limitTable.certificatesFromClient;
  for (let n = 0; n < most * 2; n++) expect((await visit(`/verify/${number}`)).status).toBe(200);
  for (let n = 0; n < most; n++) expect((await visit("/verify/22222-22222-22222-22222")).status).toBe(404);
  expect((await visit("/verify/22222-22222-22222-22222")).status).toBe(429);
  expect((await visit(`/verify/${number}`)).status).toBe(429);
});

test("no number is written down in the log or the audit trail", () => {
  expect(withoutSecrets("/verify/7K2QX-9MPTR-4HWVB-D3NZC")).toBe("/verify/[secret]");
  expect(withoutSecrets("/verify?number=7K2QX-9MPTR-4HWVB-D3NZC")).toBe("/verify");
  expect(withoutSecrets("/my/certificates/7K2QX-9MPTR-4HWVB-D3NZC/certificate.pdf")).toBe(
    "/my/certificates/[secret]",
  );
});
