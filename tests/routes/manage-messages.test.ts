// Messages for coordinators: what needs somebody comes first, is sent again or seen to; the rest can be found.
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listMessages } from "~/domain/notifications/notifications.server";
import { Forbidden } from "~/shared/problems";
import { watch } from "../domain/support-check/ledger";
import { brokenReferences, siteOf, wordsOf } from "../domain/support-check/site";
import { makeWorld, testNow, type World } from "../support/world";

const path = "/manage/messages";
type Row = World["tables"]["outbox"]["$inferInsert"];

function opened() {
  const world = makeWorld();
  const visit = siteOf(world);
  const page = (query = "") => visit(path + query, { as: world.coordinator });
  const send = (form: Record<string, string>) => visit(path, { as: world.coordinator, form });
  let count = 0;
  const letter = (more: Partial<Row> = {}) => {
    count += 1;
    const row: Row = {
      id: `letter-${count}`,
      key: `letter-${count}`,
      kind: "welcome",
      toEmail: "nobody@example.org",
      facts: { personName: "Sam" },
      priority: 4,
      state: "sent",
      createdAt: testNow + count,
      dueAt: testNow,
      ...more,
    };
    world.db.insert(world.tables.outbox).values(row).run();
    return row.id;
  };
  const row = (id: string) =>
    world.db.select().from(world.tables.outbox).where(eq(world.tables.outbox.id, id)).get();
  return { world, visit, page, send, letter, row };
}

it("is for coordinators only", async () => {
  const { world, visit } = opened();
  for (const roles of [[], ["trainer"], ["agency_lead"], ["sdg_member"]] as const) {
    const someone = world.person({ roles: [...roles] });
    expect((await visit(path, { as: someone })).status).toBe(403);
    expect((await visit(path, { as: someone, form: { intent: "seen", id: "x" } })).status).toBe(403);
    const asked = () => listMessages(world.as(someone), { state: "all" }, { number: 1, size: 5 });
    expect(asked).toThrow(Forbidden);
  }
});

it("says that nothing needs anybody, where that is so", async () => {
  const { page, letter } = opened();
  letter();
  const shown = await page();
  expect(wordsOf(shown)).toContain("No message needs you");
  expect(brokenReferences(shown)).toEqual([]);
});

it("does not say so where something else was looked for and not found", async () => {
  const { page, letter } = opened();
  letter({ state: "failed" });
  for (const query of ["?who=nobody-is-called-this", "?kind=charge+made", "?state=back"]) {
    const words = wordsOf(await page(query));
    expect(words).toContain("No message fits");
    expect(words).not.toContain("No message needs you");
  }
});

describe("a message in trouble", () => {
  it("is shown with what happened, sent again once, and needs nobody any more", async () => {
    const { world, page, send, letter, row } = opened();
    const id = letter({ state: "unsure", subject: "Your welcome", lastProblem: "500 internal error" });
    const shown = await page();
    expect(wordsOf(shown)).toContain("May not have arrived 500 internal error");
    expect(brokenReferences(shown)).toEqual([]);
    const added = watch(world);
    for (let time = 0; time < 2; time++)
      expect(await send({ intent: "again", id })).toMatchObject({ status: 303, to: `${path}?done=again` });
    expect(added().messages).toMatchObject([{ againOf: id, state: "waiting", kind: "welcome" }]);
    expect(row(id)?.settledBy).toBe(world.coordinator);
    expect(wordsOf(await page("?done=again"))).toContain("The message is written again");
    expect(wordsOf(await page())).toContain("No message needs you");
  });

  it("is marked as seen to, once", async () => {
    const { world, page, send, letter } = opened();
    const id = letter({ state: "failed" });
    const added = watch(world);
    for (let time = 0; time < 2; time++) expect((await send({ intent: "seen", id })).status).toBe(303);
    expect(added()).toMatchObject({ messages: [], audit: [{ action: "notifications.seen to" }] });
    expect(added().audit.length).toBe(1);
    expect(wordsOf(await page("?state=failed"))).toContain("Seen to on 3 November 2026");
  });

  it("that cannot be sent again says why; one that was sent needs nothing; one that is not there is not there", async () => {
    const { send, letter } = opened();
    const refused = await send({ intent: "again", id: letter({ state: "failed", kind: "sign-in link" }) });
    expect(refused.status).toBe(400);
    expect(wordsOf(refused)).toContain("There is a problem");
    expect(wordsOf(refused)).toContain("its link has run out");
    const cleared = await send({ intent: "again", id: letter({ state: "failed", facts: {} }) });
    expect(wordsOf(cleared)).toContain("what it said is no longer kept");
    expect((await send({ intent: "again", id: letter() })).status).toBe(400);
    expect((await send({ intent: "something", id: letter() })).status).toBe(400);
    expect((await send({ intent: "again", id: "no-such" })).status).toBe(404);
  });
});

describe("messages are found", () => {
  const subjects = async (page: Promise<{ html: string; status: number }>) => {
    const { html } = await page;
    return [...html.matchAll(/Subject \w+/g)]
      .map(([subject]) => subject.slice(8))
      .filter((one, at, all) => all.indexOf(one) === at)
      .sort();
  };

  function several() {
    const one = opened();
    const { world, letter } = one;
    const sam = world.person({ name: "Sam 100% Some_body" });
    const kim = world.person({ name: "Kim" });
    const session = world.session();
    const ids = {
      waiting: letter({
        state: "waiting",
        subject: "Subject waiting",
        toPersonId: sam,
        dueAt: testNow + 60_000,
      }),
      sent: letter({ subject: "Subject sent", toPersonId: kim, kind: "reminder", sessionId: session }),
      back: letter({ subject: "Subject back", toPersonId: kim }),
      dropped: letter({
        subject: "Subject dropped",
        state: "dropped",
        droppedBecause: "superseded",
        toPersonId: sam,
      }),
      failed: letter({ subject: "Subject failed", state: "failed" }),
      settled: letter({ subject: "Subject settled", state: "unsure", settledAt: testNow }),
    };
    world.db
      .insert(world.tables.deliveryReports)
      .values({
        id: "r",
        messageId: ids.back,
        kind: "bounced",
        lasting: true,
        at: testNow,
        receivedAt: testNow,
      })
      .run();
    return { ...one, sam, kim, session };
  }

  it.each([
    ["", ["failed"]],
    ["?state=nonsense", ["failed"]],
    ["?state=waiting", ["waiting"]],
    ["?state=failed", ["failed"]],
    ["?state=unsure", ["settled"]],
    ["?state=back", ["back"]],
    ["?state=dropped", ["dropped"]],
    ["?state=sent", ["back", "sent"]],
    ["?state=all", ["back", "dropped", "failed", "sent", "settled", "waiting"]],
    ["?state=all&kind=reminder", ["sent"]],
    ["?state=all&kind=nonsense", ["back", "dropped", "failed", "sent", "settled", "waiting"]],
    ["?state=all&who=kim", ["back", "sent"]],
    ["?state=all&who=100%25", ["dropped", "waiting"]],
    ["?state=all&who=e_b", ["dropped", "waiting"]],
    ["?state=all&who=%25", ["dropped", "waiting"]],
    ["?state=all&who=Nobody@Example.org", ["failed", "settled"]],
    ["?state=all&page=2", []],
    ["?state=all&page=-3", ["back", "dropped", "failed", "sent", "settled", "waiting"]],
  ])("by state, kind and whom they go to: %s", async (query, expected) => {
    expect(await subjects(several().page(query))).toEqual(expected);
  });

  it("by person and by session, as other pages lead here", async () => {
    const { page, sam, session } = several();
    expect(await subjects(page(`?state=all&person=${sam}`))).toEqual(["dropped", "waiting"]);
    expect(await subjects(page(`?state=all&session=${session}`))).toEqual(["sent"]);
  });

  it("a page at a time, the newest first", async () => {
    const { page, letter } = opened();
    for (let n = 1; n <= 51; n++) letter({ subject: `Subject n${n}.` });
    expect((await subjects(page("?state=all"))).length).toBe(50);
    expect((await page("?state=all")).html).toContain("Older messages");
    expect(await subjects(page("?state=all&page=2"))).toEqual(["n1"]);
  });
});

describe("before a course, coordinators see whom mail does not reach", () => {
  it("beside the session of the next two weeks, and beside the name", async () => {
    const { world, visit } = opened();
    const sam = world.person({ name: "Sam Somebody" });
    const kim = world.person({ name: "Kim" });
    const sessionId = world.session({
      meetings: [{ date: "2026-11-10", startTime: "09:30", endTime: "16:30" }],
    });
    world.book(sessionId, sam);
    world.book(sessionId, kim);
    const as = world.coordinator;
    const both = async () => [
      wordsOf(await visit("/manage", { as })).includes("1 person not reached by email"),
      wordsOf(await visit(`/manage/sessions/${sessionId}`, { as })).includes("Sam Somebody Email comes back"),
      wordsOf(await visit(`/admin/people/${sam}`, { as })).includes(
        "Email to this address came back on 3 November 2026",
      ),
    ];
    expect(await both()).toEqual([false, false, false]);
    const stop = { email: `${sam}@police.example.org`, because: "bounced", since: testNow } as const;
    world.db.insert(world.tables.addressStops).values(stop).run();
    expect(await both()).toEqual([true, true, true]);
    expect(wordsOf(await visit(`/manage/sessions/${sessionId}`, { as }))).not.toContain(
      "Kim Email comes back",
    );
  });
});
