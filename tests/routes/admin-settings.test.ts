// The partnership's settings: changed, refused with words, and who must set up a second step.
import { expect, test } from "vitest";
import { readPartnership, startAuthSession } from "~/domain/accounts/accounts.server";
import { keepSignedIn } from "~/web/cookies.server";
import { peopleCast } from "../domain/accounts/people-cast";
import { contentOf } from "../domain/support-check/ledger";
import { brokenReferences, errorSummaryOf, siteOf, wordsOf } from "../domain/support-check/site";
import { testSettings } from "../support/web";

function setting() {
  const cast = peopleCast();
  const open = siteOf(cast);
  const save = (change: Record<string, string | string[]>) =>
    open("/admin/settings", { form: { ...form, ...change }, as: cast.admin });
  return { ...cast, open, save };
}

const form = {
  serviceName: "Joint training",
  name: "Test partnership",
  place: "Testford",
  contactName: "the business unit",
  contactEmail: "unit@example.org",
  brandColour: "#0b5772",
  secondFactorRoles: ["admin", "coordinator"],
};

test("names and colour change everywhere at once; what the form does not have stays", async () => {
  const world = setting();
  const { open, save, admin } = world;
  const saved = await save({
    serviceName: "Hyfforddiant ar y cyd",
    brandColour: "#4B1D3F",
    logoPath: "/x.svg",
    id: "2",
  });
  expect(saved.to).toBe("/admin/settings?done=saved");
  const page = await open(saved.to ?? "", { as: admin });
  expect(page.html).toContain("Hyfforddiant ar y cyd</title>");
  expect(wordsOf(page)).toContain("The settings are saved");
  expect(readPartnership(world)).toMatchObject({ id: 1, logoPath: "/mark.svg", brandColour: "#4b1d3f" });
  expect((await open("/theme.css")).html).toContain("#4b1d3f");
  expect(brokenReferences(page)).toEqual([]);
});

test("the page tells who would have to set up a second step, and how long people stay signed in", async () => {
  const { open, admin, person, db, tables } = setting();
  db.insert(tables.secondFactors)
    .values({ personId: person({ roles: ["trainer"] }), sealedKey: "x", startedAt: 1, confirmedAt: 1 })
    .run();
  const words = wordsOf(await open("/admin/settings", { as: admin }));
  expect(words).toContain("Trainer 2 people: 1 has none");
  expect(words).toContain("Coordinator 1 person: 1 has none");
  expect(words).toContain("Everyone with another role 30 minutes 12 hours");
});

test("a role that is ticked asks for a second step at the holder's next page; one that is not lets them go on", async () => {
  const world = setting();
  const { open, save, coordinator } = world;
  const secret = await startAuthSession(world, { personId: coordinator, method: "password", device: null });
  const cookie = (await keepSignedIn(secret, testSettings)).split(";", 1)[0] ?? "";
  await save({ secondFactorRoles: [] });
  expect(readPartnership(world).secondFactorRoles).toEqual([]);
  expect((await open("/manage", { cookie })).status).toBe(200);
  await save({ secondFactorRoles: "coordinator" });
  expect((await open("/manage", { cookie })).to).toBe("/my/account/second-factor");
});

test("a role that there is not is left out", async () => {
  const world = setting();
  await world.save({ secondFactorRoles: ["admin", "line_manager", "constructor", "root"] });
  expect(readPartnership(world).secondFactorRoles).toEqual(["admin"]);
});

test.each([
  [
    { brandColour: "#ffdd00" },
    "Enter a darker colour: links in this one are too hard to read",
    "#field-brandColour",
  ],
  [{ brandColour: "#fff;}body{display:none" }, "Enter a colour", "#field-brandColour"],
  [{ contactEmail: "nobody" }, "Enter an email address in the correct format", "#field-contactEmail"],
  [{ name: "" }, "Enter the partnership’s name", "#field-name"],
  [
    { serviceName: "x".repeat(61) },
    "Enter the service’s name of 60 characters or fewer",
    "#field-serviceName",
  ],
])("%j is refused beside its field, and what was typed stays", async (change, said, to) => {
  const world = setting();
  const before = contentOf(world.db);
  const answer = await world.save({ place: "Elsewhere", ...change });
  expect(answer.status).toBe(400);
  expect(errorSummaryOf(answer)).toMatchObject([{ message: expect.stringContaining(said), to }]);
  expect(answer.html).toContain('value="Elsewhere"');
  expect(brokenReferences(answer)).toEqual([]);
  expect(contentOf(world.db)).toBe(before);
});

test("line breaks and other controls in a name become spaces: they would reach letters", async () => {
  const world = setting();
  await world.save({ serviceName: "Joint\r\nBcc: x\u202e training" });
  expect(readPartnership(world).serviceName).toBe("Joint Bcc: x training");
});
