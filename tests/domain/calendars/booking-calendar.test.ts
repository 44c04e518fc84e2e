// One person's invitation: what is in it, what never is, and how it is taken back.
import { sampleBooking, sampleMeetings } from "emails/samples";
import { describe, expect, test } from "vitest";
import { calendarDomain, organizerOf } from "~/domain/calendars/calendars.server";
import { componentsOf, invited, readByIcalJs, readByNodeIcal, unfolded, valuesOf } from "./support";
import { problemsOf } from "./validator/validate";

const twoDays = { ...sampleBooking, meetings: sampleMeetings("2026-10-24", "2026-10-26") };
const [first, second] = twoDays.meetings;

describe("an invitation", () => {
  test("has one entry, since mail programs read no second, and says which day it is", () => {
    expect(valuesOf(invited(), "summary")).toEqual([sampleBooking.courseTitle]);
    for (const [meeting, number] of [
      [first, 1],
      [second, 2],
    ] as const)
      expect(valuesOf(invited({ facts: twoDays, meeting }), "summary")).toEqual([
        `${sampleBooking.courseTitle} (day ${number} of 2)`,
      ]);
  });

  test("starts at the exact instants across the October change, by both parsers", () => {
    const expected = [Date.UTC(2026, 9, 24, 8, 30), Date.UTC(2026, 9, 26, 9, 30)];
    const texts = [first, second].map((meeting) => invited({ facts: twoDays, meeting }));
    for (const read of [readByIcalJs, readByNodeIcal])
      expect(texts.flatMap(read).map((span) => span.start)).toEqual(expected);
  });

  test("names London once, with its rules, and stamps in UTC", () => {
    const text = invited({ facts: twoDays });
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(text).toContain("TZID:Europe/London\r\n");
    expect(text).toContain("\r\nDTSTART;TZID=Europe/London:20261024T093000\r\n");
    expect(text).toContain("\r\nDTSTAMP:20260105T093000Z\r\n");
    expect(text).toContain("\r\nLAST-MODIFIED:20260105T093000Z\r\n");
    expect(text).not.toContain("TIMEZONE-ID");
    expect(text.endsWith("\r\nEND:VCALENDAR\r\n")).toBe(true);
    expect(problemsOf(text)).toEqual([]);
  });

  test("comes from the organizer, for this one person", () => {
    const [entry] = componentsOf(invited());
    expect(entry?.getFirstPropertyValue("organizer")).toBe("mailto:training@sampletown.example");
    const attendees = entry?.getAllProperties("attendee") ?? [];
    expect(attendees).toHaveLength(1);
    expect(String(attendees[0]?.getFirstValue()).toLowerCase()).toBe("mailto:sam@sampletown.example");
  });

  test("says where, the reference, and that declining does not cancel", () => {
    const text = invited();
    expect(valuesOf(text, "location")).toEqual([sampleBooking.place]);
    const [description] = valuesOf(text, "description");
    expect(description).toContain("SAMP-2345");
    expect(description).toContain(sampleBooking.access);
    expect(description).toContain("does not cancel your place");
    expect(description).toContain("https://training.example/bookings/sample-booking");
  });

  test("asks for an answer only where answers are read, and says what declining leads to", () => {
    const rsvp = (text: string) =>
      componentsOf(text)[0]?.getFirstProperty("attendee")?.getFirstParameter("rsvp");
    expect(rsvp(invited())).toBe("FALSE");
    const asking = invited({ answersAreRead: true });
    expect(rsvp(asking)).toBe("TRUE");
    expect(valuesOf(asking, "description")[0]).toContain("we ask whether you want to cancel");
    const cancel = invited({ answersAreRead: true, method: "CANCEL" });
    expect(rsvp(cancel)).toBe("FALSE");
    expect(valuesOf(cancel, "description")[0]).not.toContain("decline");
  });

  test("never holds the joining link, even if facts should carry one", () => {
    const link = "https://video.example/join/secret";
    const facts = { ...sampleBooking, mode: "online" as const, place: link, access: link, joiningLink: link };
    const text = invited({ facts });
    expect(unfolded(text).join("\n")).not.toContain("video.example");
    expect(valuesOf(text, "location")).toEqual(["Online"]);
    expect(valuesOf(text, "description")[0]).toContain("The joining link is on your booking page.");
  });

  test("is the same bytes for the same facts", () => {
    expect(invited({ facts: twoDays })).toBe(invited({ facts: twoDays }));
  });
});

test("the domain of UIDs is the host of the public address; the organizer is whoever letters come from", () => {
  expect(calendarDomain("https://training.example.org")).toBe("training.example.org");
  expect(calendarDomain("http://localhost:3000")).toBe("localhost");
  for (const from of ["Training <t@example.org>", "t@example.org", " t@example.org "])
    expect(organizerOf("Joint training", from)).toEqual({ name: "Joint training", email: "t@example.org" });
});

describe("taking it back", () => {
  test("is a CANCEL for the same UID with a higher SEQUENCE and the same organizer", () => {
    for (const meeting of [first, second]) {
      const request = invited({ facts: twoDays, meeting });
      const cancel = invited({ facts: { ...twoDays, revision: 1 }, meeting, method: "CANCEL" });
      expect(cancel).toContain("\r\nMETHOD:CANCEL\r\n");
      expect(request).toContain("\r\nMETHOD:REQUEST\r\n");
      expect(valuesOf(request, "uid")).toEqual([`sample-booking-${meeting?.id}@training.example`]);
      expect(valuesOf(request, "sequence")).toEqual(["0"]);
      expect(valuesOf(cancel, "sequence")).toEqual(["1"]);
      expect(valuesOf(cancel, "status")).toEqual(["CANCELLED"]);
      for (const name of ["uid", "organizer", "attendee"])
        expect(valuesOf(cancel, name)).toEqual(valuesOf(request, name));
    }
  });
});
