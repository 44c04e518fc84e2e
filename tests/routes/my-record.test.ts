// My record and my certificates: everything attended with its hours, to read, print and take along.
import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import type { AttendanceMark } from "~/domain/bookings/bookings";
import { giveDueCertificates } from "~/domain/certificates/certificates.server";
import { loader as pdfLoader } from "~/routes/my.certificates.$number.certificate[.]pdf/route";
import { loader as csvLoader } from "~/routes/my.record[.]csv/route";
import { addDays } from "~/shared/civil-time";
import { setCourse, takeRegisters } from "../domain/certificates/certified-world";
import { learning } from "../domain/personal-data/kept-records";
import { brokenReferences, siteOf, titleOf, wordsOf } from "../domain/support-check/site";
import { webOf } from "../support/web";
import { makeWorld } from "../support/world";

function recordWorld() {
  const world = makeWorld();
  const annId = world.person({ name: "Łucja Ŵyn" });
  setCourse(world, { certificateNeeds: "attendance", certificateMonths: 24 });
  const visit = siteOf(world);
  const see = async (path = "/my/record", as = annId) => {
    const page = await visit(path, { as });
    if (page.status === 200) expect(brokenReferences(page)).toEqual([]);
    return { page, words: wordsOf(page) };
  };
  const start = world.clock.now();
  /** Ann goes to a session of one day, so many days from now. */
  const attend = (mark: AttendanceMark, inDays: number) => {
    world.clock.set(start);
    const date = addDays(world.today, inDays);
    const sessionId = world.session({ meetings: [{ date, startTime: "09:30", endTime: "16:30" }] });
    const bookingId = world.book(sessionId, annId);
    takeRegisters(world, sessionId, { [bookingId]: mark });
    giveDueCertificates(world.asSystem);
    return bookingId;
  };
  const numbers = () =>
    world.db
      .select()
      .from(world.tables.certificates)
      .all()
      .map(({ number }) => number);
  return { ...world, world, annId, visit, see, attend, numbers };
}

test("with nothing on it, it says how things come to be there", async () => {
  const { see } = recordWorld();
  const { page, words } = await see();
  expect(titleOf(page)).toBe("My record – Joint training");
  expect(words).toContain("There is nothing on your record yet");
  expect(words).not.toContain("Hours by year");
  expect(words).not.toContain("CSV");
});

test("sessions with hours and certificates, what they add up to, what was missed, learning elsewhere apart", async () => {
  const { world, annId, see, attend, db, tables } = recordWorld();
  attend("present", 7);
  attend("late", 60);
  attend("left early", 20);
  attend("absent", 30);
  db.update(tables.bookings).set({ walkIn: true }).run();
  learning(world, annId, { state: "accepted", reviewedAt: 1, validUntil: "2028-01-31" });
  learning(world, annId, { title: "Not looked at" });
  const { words, page } = await see();
  expect(words).toMatch(
    /Neglect Came without a booking 2 January 2027 6 hours Certificate for Neglect Until 2 January 2029/,
  );
  expect(words).toContain("23 November 2026 Attended in part: not counted Not for a part");
  expect(words).toMatch(/Hours by year.*2027 1 6 hours 2026 1 6 hours In all 2 12 hours/);
  expect(words).toMatch(/Hours by what they taught.*Recognising neglect 2 12 hours/);
  expect(words).toContain("once in 12 hours in all");
  expect(words).toMatch(
    /Learning elsewhere.*A day elsewhere Somebody else 15 January 2026 3 hours Recognising neglect Until 31 January 2028/,
  );
  expect(words).not.toContain("Not looked at");
  expect(words).toMatch(/1 session that you missed Neglect , 3 December 2026/);
  expect(page.html).toContain("app-print-only");
});

test("the file holds the same, one a line, with hours as numbers", async () => {
  const { world, annId, attend, numbers } = recordWorld();
  attend("present", 7);
  attend("left early", 20);
  attend("absent", 30);
  learning(world, annId, { title: "=cmd", state: "accepted", reviewedAt: 1, minutes: 90 });
  const answer = await csvLoader((await webOf(world).visit("/my/record.csv", { as: annId })) as never);
  expect(answer.headers.get("Content-Disposition")).toMatch(
    /^attachment; filename="training-record-2026-12-03.csv"/,
  );
  expect(
    (await answer.text())
      .replace(/^\uFEFF/, "")
      .trim()
      .split("\r\n"),
  ).toEqual([
    "kind,training,given by,completed on,hours,attendance,came without a booking,competencies,certificate,valid until",
    "session,Neglect,,2026-11-23,,partly attended,no,Recognising neglect,,",
    `session,Neglect,,2026-11-10,6,attended,no,Recognising neglect,${numbers()[0]},2028-11-10`,
    "learning elsewhere,'=cmd,Somebody else,2026-01-15,1.5,,,Recognising neglect,,",
  ]);
});

test("a certificate as a page and as a PDF, with the way to check it; for its holder alone", async () => {
  const { world, annId, attend, numbers, see, visit, coordinator } = recordWorld();
  attend("present", 7);
  const number = numbers()[0] ?? "";
  const { words, page } = await see(`/my/certificates/${number}`);
  expect(words).toContain(
    "Test partnership Certificate of attendance Łucja Ŵyn completed Neglect on 10 November 2026, 6 hours of training. Valid until 10 November 2028.",
  );
  expect(words).toContain(`http://localhost:3000/verify/${number}`);
  expect(page.html).toContain(`href="/my/certificates/${number}/certificate.pdf"`);
  expect(page.html).toContain("data:image/svg+xml;base64");

  const path = `/my/certificates/${number}/certificate.pdf`;
  const answer = await pdfLoader(
    (await webOf(world).visit(path, { as: annId, params: { number } })) as never,
  );
  expect(answer.headers.get("Content-Type")).toBe("application/pdf");
  expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="certificate-${number}.pdf"`);
  const pdf = new Uint8Array(await answer.arrayBuffer());
  const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: true });
  for (const said of ["Łucja Ŵyn", "Neglect", "10 November 2026", number]) expect(text).toContain(said);

  for (const asked of [`/my/certificates/${number}`, path, "/my/certificates/none"]) {
    expect((await visit(asked)).to).toBe(`/sign-in?to=${encodeURIComponent(asked)}`);
    for (const as of [coordinator, world.person()]) expect((await visit(asked, { as })).status).toBe(404);
  }
  expect((await visit("/my/certificates/none", { as: annId })).status).toBe(404);
});

test("nothing of anyone else is on the record", async () => {
  const { world, attend, see } = recordWorld();
  attend("present", 7);
  const other = await see("/my/record", world.person());
  expect(other.words).toContain("There is nothing on your record yet");
});
