// The statements are true of this service, anyone may read them, and unknown addresses are a 404.
import { expect, test } from "vitest";
import { loader as nowhere, action as postNowhere } from "~/routes/$/route";
import { loader as accessibility } from "~/routes/accessibility/route";
import { loader as cookies } from "~/routes/cookies/route";
import { loader as privacy } from "~/routes/privacy/route";
import { kept } from "~/routes/privacy/what-is-kept";
import { keepSignedIn } from "~/web/cookies.server";
import { answerOf, testSettings, webOf } from "../support/web";
import { makeWorld } from "../support/world";

test("the partnership's name and contact come from the data", async () => {
  const world = makeWorld();
  const web = webOf(world);
  const contact = {
    name: "Test partnership",
    serviceName: "Joint training",
    contactEmail: "unit@example.org",
  };
  expect(await accessibility(await web.visit("/accessibility"))).toMatchObject(contact);
  expect(await privacy(await web.visit("/privacy"))).toMatchObject({ ...contact, mailProvider: false });
});

test("the cookie page tells of the cookie that signing in sets", async () => {
  const world = makeWorld();
  const page = await cookies(await webOf(world).visit("/cookies"));
  expect(page).toEqual({ name: "signed-in", days: 10 });
  expect(await keepSignedIn("secret", testSettings)).toContain(`${page.name}=`);
});

test("the privacy page has a line for everything that a row in the database ties to a person", () => {
  const { tables } = makeWorld();
  const told: Record<string, string> = {
    people: "Your name",
    authSessions: "Your password",
    bookings: "Bookings",
    bookingChanges: "Bookings",
    attendanceMarks: "Attendance",
    registers: "Attendance",
    responses: "Your answers before and after",
    answers: "Your answers before and after",
    selfAssessments: "your own training needs",
    selfAssessmentAnswers: "your own training needs",
    outbox: "Messages",
    auditEntries: "who changed what",
    roleGrants: "who changed what",
    trainers: "If you teach",
    trainerApprovals: "If you teach",
    trainerAssignments: "If you teach",
  };
  const personal = /^(personId|userId|toPersonId|byPersonId|aboutPersonId|bookingId|takenBy|passwordHash)$/;
  const holding = Object.entries(tables)
    .filter(
      ([, table]) => typeof table === "object" && Object.keys(table).some((column) => personal.test(column)),
    )
    .map(([name]) => name);
  expect(holding).not.toEqual([]);
  for (const name of holding) {
    expect(told, `${name} holds something about people: say so on the privacy page`).toHaveProperty(name);
    expect(
      kept.some((row) => row.what.includes(told[name] ?? "?")),
      name,
    ).toBe(true);
  }
});

test("an address that no page has is a 404, read or posted to", async () => {
  const web = webOf(makeWorld());
  expect(await answerOf(nowhere(await web.visit("/wp-login.php")))).toMatchObject({ status: 404 });
  expect(
    await answerOf(postNowhere(await web.visit("/wp-login.php", { form: { log: "admin" } }))),
  ).toMatchObject({ status: 404 });
});
