// /my/account/data and its two files: one button each, everything in them, nothing of it kept by a browser.
import { parse } from "csv-parse/sync";
import { inShort, nothing, watch } from "tests/domain/support-check/ledger";
import { brokenReferences, siteOf, titleOf, wordsOf } from "tests/domain/support-check/site";
import { answerOf, webOf } from "tests/support/web";
import { makeWorld } from "tests/support/world";
import { describe, expect, it } from "vitest";
import { loader as lookFor, action as takeFor } from "~/routes/admin.people.$id.data[.]json/route";
import { action as takeCsv } from "~/routes/my.account.data[.]csv/route";
import { loader as lookJson, action as takeJson } from "~/routes/my.account.data[.]json/route";
import { limitTable } from "~/web/limits.server";

function setUp() {
  const world = makeWorld();
  const ann = world.person({ name: "Ann" });
  world.book(world.session(), ann);
  return { world, ann, web: webOf(world), open: siteOf(world) };
}

const caught = async (work: Promise<unknown>): Promise<Response> => {
  const answer = await work.catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response)) throw new Error("It answered with something else than a response.");
  return answer;
};

describe("the page", () => {
  it("says what there is, offers a button for each file, and what can be asked for", async () => {
    const { ann, open } = setUp();
    const page = await open("/my/account/data", { as: ann });
    expect(page.status).toBe(200);
    expect(titleOf(page)).toBe("Your data – Joint training");
    expect(page.html.match(/<h1/g)).toHaveLength(1);
    expect(brokenReferences(page)).toEqual([]);
    const words = wordsOf(page);
    expect(words).toContain("Your bookings 1");
    expect(words).toContain("Your account 1");
    expect(words).toMatch(/Nothing is held under \d+ other headings .*Sessions you teach/);
    for (const format of ["csv", "json"])
      expect(page.html).toContain(`<form method="post" action="/my/account/data.${format}">`);
    for (const address of [
      "/privacy",
      "/privacy/complaint",
      "/my/account/details",
      "mailto:unit@example.org",
    ])
      expect(page.html).toContain(`href="${address}"`);
  });

  it("sends a stranger to sign in and back", async () => {
    const { open } = setUp();
    expect(await open("/my/account/data")).toMatchObject({
      status: 302,
      to: "/sign-in?to=%2Fmy%2Faccount%2Fdata",
    });
  });

  it("looking changes nothing and tells the trail nothing", async () => {
    const { world, ann, open } = setUp();
    const added = watch(world);
    await open("/my/account/data", { as: ann });
    const looked = await open("/my/account/data.json", { as: ann });
    expect(looked).toMatchObject({ status: 302, to: "/my/account/data" });
    expect(inShort(added())).toEqual(nothing);
  });
});

describe("a file", () => {
  it("as JSON is an attachment that nobody keeps, with everything in it", async () => {
    const { world, ann, web } = setUp();
    const added = watch(world);
    const response = await caught(takeJson(await web.visit("/my/account/data.json", { as: ann, form: {} })));
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("Content-Disposition")).toBe(
      'attachment; filename="personal-data-2026-11-03.json"',
    );
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const file = JSON.parse(await response.text());
    expect(file.about.person.name).toBe("Ann");
    expect(
      file.sections.find(({ heading }: { heading: string }) => heading === "Your bookings").records,
    ).toHaveLength(1);
    expect(inShort(added())).toEqual({ audit: ["personal-data.exported"], messages: [] });
  });

  it("as CSV opens in a spreadsheet", async () => {
    const { ann, web } = setUp();
    const response = await caught(takeCsv(await web.visit("/my/account/data.csv", { as: ann, form: {} })));
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("Content-Disposition")).toContain("personal-data-2026-11-03.csv");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const lines: string[][] = parse(Buffer.from(await response.arrayBuffer()), { bom: true });
    expect(lines).toContainEqual(["Your account", "1", "Name", "Ann"]);
  });

  it("comes through the whole service as it is", async () => {
    const { ann, open } = setUp();
    const page = await open("/my/account/data.csv", { as: ann, form: {} });
    expect(page.status).toBe(200);
    expect(page.html).toContain("Your account,1,Name,Ann");
    expect(page.html).not.toContain("<html");
  });

  it("is not for a stranger", async () => {
    const { world, web } = setUp();
    const added = watch(world);
    expect(
      await answerOf(takeJson(await web.visit("/my/account/data.json", { form: {} })) as Promise<unknown>),
    ).toMatchObject({ status: 302, to: "/sign-in" });
    expect(inShort(added())).toEqual(nothing);
  });

  it("can be had so often and no more, each person by themselves", async () => {
    const { world, ann, web } = setUp();
    const take = async (as: string) =>
      caught(takeJson(await web.visit("/my/account/data.json", { as, form: {} })));
    for (let count = 0; count < limitTable.downloadsOfPerson.most; count++)
      expect((await take(ann)).status).toBe(200);
    const added = watch(world);
    const refused = await take(ann);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(inShort(added())).toEqual(nothing);
    expect((await take(world.person())).status).toBe(200);
  });
});

describe("someone else's file", () => {
  const address = (id: string) => ({ path: `/admin/people/${id}/data.json`, params: { id } });

  it("is for a coordinator who answers their request; opening the address leads to their page", async () => {
    const { world, ann, web } = setUp();
    const { path, params } = address(ann);
    const added = watch(world);
    const response = await caught(
      takeFor(await web.visit(path, { as: world.coordinator, form: {}, params })),
    );
    expect(JSON.parse(await response.text()).about).toMatchObject({
      person: { name: "Ann" },
      madeBy: "a coordinator",
    });
    expect(added().audit).toMatchObject([
      { actorPersonId: world.coordinator, aboutPersonId: ann, detail: { format: "json", by: "other" } },
    ]);
    expect(await answerOf(lookFor(await web.visit(path, { as: world.coordinator, params })))).toMatchObject({
      status: 302,
      to: `/admin/people/${ann}`,
    });
  });

  it("counts for the coordinator, not for the person", async () => {
    const { world, ann, web } = setUp();
    const { path, params } = address(ann);
    for (let count = 0; count <= limitTable.downloadsOfPerson.most; count++)
      await takeFor(await web.visit(path, { as: world.coordinator, form: {}, params })).catch(() => null);
    const own = await caught(takeJson(await web.visit("/my/account/data.json", { as: ann, form: {} })));
    expect(own.status).toBe(200);
  });

  it("is not for others, and nobody's is not there", async () => {
    const { world, ann, web } = setUp();
    const { path, params } = address(ann);
    const lead = world.person({ roles: ["agency_lead"] });
    for (const as of [ann, lead])
      expect(await answerOf(takeFor(await web.visit(path, { as, form: {}, params })))).toMatchObject({
        status: 403,
      });
    const nobody = address("nobody");
    expect(
      await answerOf(
        takeFor(await web.visit(nobody.path, { as: world.coordinator, form: {}, params: nobody.params })),
      ),
    ).toMatchObject({ status: 404 });
  });

  it("looks the same to a page that another site posts from: nothing is read by a GET", async () => {
    const { ann, web } = setUp();
    expect(await answerOf(lookJson(await web.visit("/my/account/data.json", { as: ann })))).toMatchObject({
      status: 302,
    });
  });
});
