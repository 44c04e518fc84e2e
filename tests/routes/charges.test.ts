// Charges on their pages: found and decided by coordinators, appealed against by those charged, taken away as files.
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { instantOf } from "~/shared/civil-time";
import { chargeWorld, setTermsOf } from "../domain/charges/charge-world";
import { contentOf, inShort, watch } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { webOf } from "../support/web";

function setting() {
  const world = chargeWorld();
  const open = siteOf(world);
  const chargeId = world.dueCharge();
  return { ...world, open, chargeId };
}

test("a coordinator finds charges, narrows them, and sees what is owed", async () => {
  const world = setting();
  const { open, coordinator, chargeId } = world;
  const page = await open("/manage/charges", { as: coordinator });
  expect(titleOf(page)).toMatch(/^Charges – /);
  expect(wordsOf(page)).toContain("1 charge, £50 due or appealed against");
  expect(wordsOf(page)).toMatch(
    /Ann Absent , Neglect Police Cancelled late Neglect 20 November 2026 .* £50 Due/,
  );
  expect(page.html).toContain(`/manage/charges/${chargeId}`);
  expect(brokenReferences(page)).toEqual([]);
  const none = await open("/manage/charges?state=waived&agency=police&from=2026-11-01", { as: coordinator });
  expect(wordsOf(none)).toContain("No charge fits this search");
  expect(wordsOf(none)).toMatch(
    /Remove filter Waived .*Remove filter Police .*Remove filter From 1 November 2026/,
  );
  const wrong = await open("/manage/charges?from=soon", { as: coordinator });
  expect(errorSummaryOf(wrong)).toEqual([
    { message: "“soon” is not a date: enter the first day like 2026-11-24", to: "#field-from" },
  ]);
  expect(brokenReferences(wrong)).toEqual([]);
});

test("a coordinator waives in place, with a reason", async () => {
  const { open, coordinator, chargeId } = setting();
  const address = `/manage/charges/${chargeId}`;
  const page = await open(address, { as: coordinator });
  expect(wordsOf(page)).toContain("The place was cancelled with 1 full working day of notice.");
  expect(brokenReferences(page)).toEqual([]);
  const empty = await open(address, { as: coordinator, form: { intent: "waive", note: " " } });
  expect(empty.status).toBe(400);
  expect(errorSummaryOf(empty)).toEqual([{ message: "Enter why you waive it", to: "#field-note" }]);
  const done = await open(address, { as: coordinator, form: { intent: "waive", note: "She was ill." } });
  expect(done.to).toBe(`${address}?done=waived`);
  const after = await open(done.to ?? "", { as: coordinator });
  expect(wordsOf(after)).toContain("The charge is waived. We have told them by email.");
  expect(wordsOf(after)).toMatch(/Waived .* A coordinator She was ill\./);
  expect(wordsOf(after)).not.toContain("Waive the charge");
});

test("the person reads why, appeals, and is answered; their lead reads it all, another agency's nothing", async () => {
  const world = setting();
  const { open, ann, lead, otherLead, coordinator, chargeId } = world;
  const mine = `/my/charges/${chargeId}`;
  const page = await open(mine, { as: ann });
  expect(wordsOf(page)).toContain("You need to pay nothing yourself.");
  expect(wordsOf(page)).toContain("until the end of 16 December 2026");
  expect(brokenReferences(page)).toEqual([]);
  const empty = await open(mine, { as: ann, form: { note: "" } });
  expect(errorSummaryOf(empty)).toEqual([
    { message: "Enter why the charge should be waived", to: "#field-note" },
  ]);
  const colleague = world.person();
  const before = contentOf(world.db);
  for (const as of [otherLead, coordinator, colleague]) {
    expect((await open(mine, { as })).status).toBe(404);
    expect((await open(mine, { as, form: { note: "mine" } })).status).toBe(404);
  }
  expect((await open(`/manage/charges/${chargeId}`, { as: lead })).status).toBe(403);
  expect(contentOf(world.db)).toBe(before);

  const sent = await open(mine, { as: ann, form: { note: "My child was in hospital." } });
  expect(sent.to).toBe(`${mine}?done=appealed`);
  expect(wordsOf(await open(sent.to ?? "", { as: ann }))).toContain("We have your appeal.");
  const seenByLead = wordsOf(await open(mine, { as: lead }));
  expect(seenByLead).toContain("There is an appeal.");
  expect(seenByLead).not.toContain("You need to pay nothing yourself");
  expect(seenByLead).not.toContain("hospital");

  const decide = `/manage/charges/${chargeId}`;
  const asked = await open(decide, { as: coordinator });
  expect(wordsOf(asked)).toContain("Answer the appeal My child was in hospital.");
  const unsaid = await open(decide, { as: coordinator, form: { intent: "answer" } });
  expect(errorSummaryOf(unsaid).map(({ message }) => message)).toEqual([
    "Select whether the charge is waived or stands",
    "Enter what you say to the appeal",
  ]);
  const added = watch(world);
  const form = { intent: "answer", answer: "stands", note: "Please ring us next time." };
  const answered = await open(decide, { as: coordinator, form });
  expect(answered.to).toBe(`${decide}?done=stands`);
  expect(inShort(added())).toEqual({ audit: ["charges.due"], messages: ["charge answered"] });
  const late = await open(decide, { as: coordinator, form });
  expect(errorSummaryOf(late)[0]?.message).toContain("Somebody has answered the appeal already");
  const closed = wordsOf(await open(mine, { as: ann }));
  expect(closed).toContain("We have answered an appeal.");
  expect(closed).toContain("Please ring us next time.");
  expect((await open(mine, { as: ann, form: { note: "again" } })).status).toBe(400);
});

test("an agency's lead reads the statement of a period; nobody chooses the agency", async () => {
  const world = setting();
  const { open, lead, otherLead, chargeId } = world;
  const page = await open("/team/statement", { as: lead });
  expect(titleOf(page)).toMatch(/^Statement – /);
  const words = wordsOf(page);
  expect(words).toContain("Statement : Police".replace(" :", ":"));
  expect(words).toContain("From 1 April 2026 to 18 November 2026");
  expect(words).toMatch(/Charges due £50 Charges appealed against £0/);
  expect(page.html).toContain(`/my/charges/${chargeId}`);
  expect(brokenReferences(page)).toEqual([]);
  expect(wordsOf(await open("/team", { as: lead }))).toContain("Statement of places and charges");
  const earlier = await open("/team/statement?from=2026-01-01&to=2026-01-31", { as: lead });
  expect(wordsOf(earlier)).toContain("No charges in this period");
  const wrong = await open("/team/statement?from=2026-02-01&to=2026-01-31", { as: lead });
  expect(errorSummaryOf(wrong)[0]?.message).toBe("Enter a last day that is the first day or later");
  const theirs = wordsOf(await open("/team/statement?agency=police&agencyId=police", { as: otherLead }));
  expect(theirs).toContain("Health");
  expect(theirs).not.toContain("Ann Absent");
  world.db.$client.prepare("update people set agency_standing = 'awaiting' where id = ?").run(lead);
  expect(wordsOf(await open("/team/statement", { as: lead }))).toContain("Your own agency is not confirmed");
  expect((await open("/team/statement.csv", { as: lead, form: {} })).status).toBe(404);
  expect((await open("/team/statement.xlsx", { as: lead, form: {} })).status).toBe(404);
});

const formula = '=HYPERLINK("http://example.org","x")';

/** What a file's address answers to its button. */
async function fileOf(world: ReturnType<typeof setting>, path: string, as: string): Promise<Response> {
  const modules = {
    "/manage/charges.csv": () => import("~/routes/manage.charges[.]csv/route"),
    "/manage/charges.xlsx": () => import("~/routes/manage.charges[.]xlsx/route"),
    "/team/statement.csv": () => import("~/routes/team.statement[.]csv/route"),
    "/team/statement.xlsx": () => import("~/routes/team.statement[.]xlsx/route"),
  };
  const [address = ""] = path.split("?");
  const { action } = await modules[address as keyof typeof modules]();
  const answer = await action(await webOf(world).visit(path, { as, form: {} }));
  if (!(answer instanceof Response)) throw new Error("No file.");
  return answer;
}

test("files: CSV and Excel hold the same rows, run no formula, and are written to the audit trail", async () => {
  const world = setting();
  world.db.$client.prepare("update people set name = ? where id = ?").run(formula, world.ann);
  const added = watch(world);
  const csv = await fileOf(world, "/manage/charges.csv?state=due", world.coordinator);
  expect(csv.headers.get("Content-Disposition")).toContain("charges-2026-11-18.csv");
  const text = await csv.text();
  expect(text).toContain(
    "Made on,Name,Agency,Board,Course,Session on,Booking reference,What for,Amount in pounds",
  );
  expect(text).toContain(
    `2026-11-18,"'=HYPERLINK(""http://example.org"",""x"")",Police,Children's board,Neglect`,
  );
  expect(text).toContain("Cancelled late,50.00,Due");
  expect(
    await (await fileOf(world, "/manage/charges.csv?state=waived", world.coordinator)).text(),
  ).not.toContain("Police");
  const workbook = await fileOf(world, "/team/statement.xlsx?from=2026-11-01&to=2026-11-30", world.lead);
  expect(workbook.headers.get("Content-Type")).toContain("spreadsheetml");
  expect(workbook.headers.get("Content-Disposition")).toContain("statement-2026-11-01-to-2026-11-30.xlsx");
  const files = unzipSync(new Uint8Array(await workbook.arrayBuffer()));
  const all = Object.values(files)
    .map((file) => strFromU8(file))
    .join("\n");
  expect(all).toContain("Places cancelled or moved late");
  expect(all).toContain("&apos;=HYPERLINK".replace("&apos;", "'"));
  expect(all).not.toMatch(/<f>|>=HYPERLINK/);
  // 18 November 2026 is the 46,344th day of a workbook, in whatever zone it is made.
  expect(all).toContain("<v>46344</v>");
  expect(added().audit).toMatchObject([
    { action: "charges.exported", subjectId: "all", detail: { rows: 1 } },
    { action: "charges.exported", subjectId: "all", detail: { rows: 0 } },
    { action: "charges.exported", subjectKind: "agency", subjectId: "police", detail: { rows: 1 } },
  ]);
  const sheets = await fileOf(world, "/manage/charges.xlsx", world.coordinator);
  expect(Object.keys(unzipSync(new Uint8Array(await sheets.arrayBuffer())))).toContain(
    "xl/worksheets/sheet1.xml",
  );
});

test("the bare address of a file leads to its page, with what was asked for", async () => {
  const world = setting();
  const { open, coordinator, lead } = world;
  expect((await open("/manage/charges.csv?state=due", { as: coordinator })).to).toBe(
    "/manage/charges?state=due",
  );
  expect((await open("/manage/charges.xlsx", { as: coordinator })).to).toBe("/manage/charges");
  expect((await open("/team/statement.csv", { as: lead })).to).toBe(
    "/team/statement?from=2026-04-01&to=2026-11-18",
  );
  const wrong = await open("/manage/charges.csv?to=never", { as: coordinator, form: {} });
  expect(wrong.to).toBe("/manage/charges?to=never");
});

test("a charge under another board's terms is found by that board", async () => {
  const world = setting();
  const termsId = setTermsOf(world, {}, "ADULT");
  world.clock.set(instantOf("2026-11-20", "18:00"));
  world.charge("did not attend", world.booking(world.person({ name: "Bo" }), { termsId }));
  const found = wordsOf(await world.open("/manage/charges?board=ADULT", { as: world.coordinator }));
  expect(found).toContain("1 charge,");
  expect(found).toContain("Bo , Neglect");
});
