// A calendar program declines our invitation: the person is asked whether to cancel, once, and nothing else changes.
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cancelBooking, heedReply } from "~/domain/bookings/bookings.server";
import { hours } from "~/shared/clock";
import { digestOf, watch } from "../../domain/support-check/ledger";
import { makeWorld, type World } from "../../support/world";

const domain = "training.example.org";

type Said = {
  method?: string;
  uid: string;
  sequence?: number | string;
  partstat?: string;
  attendee?: string;
  more?: string[];
};

/** As calendar programs send it. */
const reply = ({
  method = "REPLY",
  uid,
  sequence = 0,
  partstat = "DECLINED",
  attendee = "",
  more = [],
}: Said) =>
  [
    "BEGIN:VCALENDAR",
    "PRODID:-//Example//Calendar//EN",
    "VERSION:2.0",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `ATTENDEE;PARTSTAT=${partstat}:mailto:${attendee}`,
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    "DTSTAMP:20261103T100000Z",
    "DTSTART:20261117T093000Z",
    ...more,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");

function invited() {
  const world = makeWorld();
  const sam = world.person({ name: "Sam Somebody" });
  const email = `${sam}@police.example.org`;
  const sessionId = world.session();
  const bookingId = world.book(sessionId, sam);
  const { meetings } = world.tables;
  const meetingId = world.db.select().from(meetings).where(eq(meetings.sessionId, sessionId)).get()?.id ?? "";
  const uid = `${bookingId}-${meetingId}@${domain}`;
  const heed = (said: Partial<Said> = {}, from = email) =>
    heedReply(world.asSystem, { from, calendar: reply({ uid, attendee: email, ...said }), domain });
  return { world, sam, email, sessionId, bookingId, meetingId, uid, heed };
}

const bookingsIn = ({ db, tables }: World) => JSON.stringify(db.select().from(tables.bookings).all());

describe("a declined invitation", () => {
  it("asks its person whether they want to cancel, and cancels nothing", () => {
    const { world, sam, email, sessionId, bookingId, heed } = invited();
    const added = watch(world);
    const before = bookingsIn(world);
    expect(heed()).toBe("asked");
    expect(bookingsIn(world)).toBe(before);
    expect(added()).toMatchObject({
      audit: [
        {
          action: "bookings.invitation declined",
          actorKind: "system",
          subjectId: bookingId,
          aboutPersonId: sam,
          detail: { sessionId },
        },
      ],
      messages: [
        {
          kind: "invitation declined",
          key: `invitation declined/${bookingId}/0`,
          toPersonId: sam,
          toEmail: email,
          sessionId,
          facts: { bookingId, personName: "Sam Somebody", courseTitle: "Neglect" },
        },
      ],
    });
    expect(added().audit.length + added().messages.length).toBe(2);
  });

  it("asks once, however often it is sent, from whichever of its days", () => {
    const { world, heed, email } = invited();
    const added = watch(world);
    heed();
    const after = digestOf(world.db);
    expect([heed(), heed({ attendee: email.toUpperCase() }), heed({}, ` ${email.toUpperCase()} `)]).toEqual([
      "asked",
      "asked",
      "asked",
    ]);
    expect(digestOf(world.db)).toBe(after);
    expect(added().messages.length).toBe(1);
  });

  it.each<[string, Partial<Said>, string?]>([
    ["accepted", { partstat: "ACCEPTED" }],
    ["accepted for now", { partstat: "TENTATIVE" }],
    ["delegated", { partstat: "DELEGATED" }],
    ["a request of theirs", { method: "REQUEST" }],
    ["a counter-proposal", { method: "COUNTER" }],
    ["sent by somebody else", {}, "somebody@example.net"],
    ["of somebody else, sent by them", { attendee: "somebody@example.net" }],
    ["about an entry that is not ours", { uid: "something-else@example.net" }],
    ["about an entry of another service", { uid: "t-000004-t-000005@elsewhere.example.org" }],
    ["to an invitation that we have not sent yet", { sequence: 7 }],
    ["to no invitation", { sequence: -1 }],
    ["of two people at once", { more: ["ATTENDEE;PARTSTAT=DECLINED:mailto:two@example.net"] }],
    ["about two entries at once", { more: ["END:VEVENT", "BEGIN:VEVENT", "UID:another@example.net"] }],
  ])("is not heeded where it is %s", (_what, said, from) => {
    const { world, heed } = invited();
    const before = digestOf(world.db);
    expect(heed(said, from)).toBe("not heeded");
    expect(digestOf(world.db)).toBe(before);
  });

  it("is not heeded for a colleague's place, however it is sent", () => {
    const { world, heed, sessionId } = invited();
    const other = world.person();
    world.book(sessionId, other);
    const otherEmail = `${other}@police.example.org`;
    const before = digestOf(world.db);
    expect([
      heed({}, otherEmail),
      heed({ attendee: otherEmail }),
      heed({ attendee: otherEmail }, otherEmail),
    ]).toEqual(["not heeded", "not heeded", "not heeded"]);
    expect(digestOf(world.db)).toBe(before);
  });

  it("is not heeded once the place is given up, or the training is over", () => {
    const one = invited();
    one.world.clock.forward(hours(15 * 24));
    expect(one.heed()).toBe("not heeded");
    const two = invited();
    const cancelled = cancelBooking(two.world.as(two.sam), { bookingId: two.bookingId });
    expect(cancelled.ok).toBe(true);
    expect(two.heed()).toBe("not heeded");
  });
});

it("whatever comes by mail instead of an answer changes nothing and throws nothing", () => {
  const { world, email, uid } = invited();
  const whole = reply({ uid, attendee: email });
  const before = digestOf(world.db);
  const broken = fc.oneof(
    fc.string(),
    fc.nat(whole.length - 30).map((at) => whole.slice(0, at)),
    fc.string().map((text) => `BEGIN:VCALENDAR\r\n${text}\r\nEND:VCALENDAR`),
    fc.string().map((text) => whole.replace("METHOD:REPLY", `METHOD:${text}`.replace(/REPLY/gi, ""))),
  );
  fc.assert(
    fc.property(
      broken,
      (calendar) => heedReply(world.asSystem, { from: email, calendar, domain }) === "not heeded",
    ),
    { numRuns: 300, seed: 6 },
  );
  expect(heedReply(world.asSystem, { from: email, calendar: `${whole}${" ".repeat(200_000)}`, domain })).toBe(
    "not heeded",
  );
  expect(digestOf(world.db)).toBe(before);
});
