// A complaint about how data is used: made by anyone, kept once, and told to both sides.
import { inShort, nothing, watch } from "tests/domain/support-check/ledger";
import { makeWorld } from "tests/support/world";
import { describe, expect, it } from "vitest";
import { complaintForm } from "~/domain/personal-data/personal-data";
import {
  answerComplaint,
  readComplaintProgress,
  receiveComplaint,
} from "~/domain/personal-data/personal-data.server";
import { NotFound } from "~/shared/problems";
import { form, withComplaint } from "./complaint-world";

describe("receiving a complaint", () => {
  it("keeps it, audits it, tells the person and the partnership, and gives a reference", () => {
    const world = makeWorld();
    const added = watch(world);
    const { reference } = receiveComplaint(world.stranger, form);
    const [row] = world.db.select().from(world.tables.dataComplaints).all();
    expect(row).toEqual({
      id: row?.id,
      reference,
      receivedAt: world.clock.now(),
      personId: null,
      ...form,
      acknowledgedAt: null,
      acknowledgedBy: null,
      answeredAt: null,
      answeredBy: null,
      answer: null,
    });
    expect(reference).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const { audit, messages } = added();
    expect(audit).toMatchObject([
      {
        actorKind: "stranger",
        actorPersonId: null,
        action: "personal-data.complaint received",
        subjectKind: "complaint",
        subjectId: row?.id,
        aboutPersonId: null,
        detail: {},
      },
    ]);
    expect(
      messages.map(({ kind, toEmail, toPersonId, facts }) => ({ kind, toEmail, toPersonId, facts })),
    ).toEqual([
      {
        kind: "complaint received",
        toEmail: "wynne@home.example",
        toPersonId: null,
        facts: {
          personName: "Wynne Invented",
          reference,
          receivedAt: world.clock.now(),
          acknowledgeBy: "2026-12-03",
        },
      },
      {
        kind: "complaint to acknowledge",
        toEmail: "unit@example.org",
        toPersonId: null,
        // Who complains and what about stays inside the service.
        facts: {
          personName: "the business unit",
          complaintId: row?.id,
          reference,
          acknowledgeBy: "2026-12-03",
        },
      },
    ]);
  });

  it("ties it to the account of someone who is signed in, whatever address they give", () => {
    const world = makeWorld();
    const ann = world.person();
    const added = watch(world);
    receiveComplaint(world.as(ann), form);
    expect(world.db.select().from(world.tables.dataComplaints).all()).toMatchObject([
      { personId: ann, email: form.email },
    ]);
    expect(added().audit).toMatchObject([{ actorPersonId: ann, aboutPersonId: ann }]);
    expect(added().messages[0]).toMatchObject({ toPersonId: ann, toEmail: form.email });
  });

  it("sent twice is one complaint, even with the address in capitals", () => {
    const { world, reference } = withComplaint();
    const added = watch(world);
    expect(receiveComplaint(world.stranger, { ...form, email: "WYNNE@home.example" })).toEqual({ reference });
    expect(inShort(added())).toEqual(nothing);
    expect(world.db.select().from(world.tables.dataComplaints).all()).toHaveLength(1);
  });

  it("other words, another address, or the same after an answer are another complaint", () => {
    const { world, coordinator, complaintId } = withComplaint();
    const references = new Set([
      receiveComplaint(world.stranger, { ...form, text: "And my name." }).reference,
      receiveComplaint(world.stranger, { ...form, email: "other@home.example" }).reference,
    ]);
    answerComplaint(coordinator, { complaintId, answer: "Put right." });
    references.add(receiveComplaint(world.stranger, form).reference);
    expect(references.size).toBe(3);
    expect(world.db.select().from(world.tables.dataComplaints).all()).toHaveLength(4);
  });
});

describe("the form", () => {
  const read = (given: Record<string, unknown>) => complaintForm.safeParse({ ...form, ...given });

  it("makes one line of a name, and keeps the lines of what is written", () => {
    const read1 = read({
      name: "  Ann\r\nBcc: all\u2028\t ",
      text: " One\r\nTwo\rThree\u0000\u001b[31m\n\n ",
    });
    expect(read1.data).toEqual({
      ...form,
      name: "Ann Bcc: all",
      text: "One\nTwo\nThree[31m",
    });
  });

  it.each([
    [{ name: " \r\n" }, "Enter your name"],
    [{ name: undefined }, "Enter your name"],
    [{ name: "x".repeat(81) }, "Enter a name of 80 characters or fewer"],
    [{ name: "Your account closes today: http://evil.example/x" }, "Enter only your name"],
    [{ name: "sign in at HTTPS://evil" }, "Enter only your name"],
    [{ name: "see WWW.evil.example" }, "Enter only your name"],
    [{ name: "write to thief@evil.example now" }, "Enter only your name"],
    [{ name: "Sign in at evil.com/x" }, "Enter only your name"],
    [{ name: "Ann\r\nBcc: all@example.org" }, "Enter only your name"],
    [{ email: undefined }, "Enter your email address"],
    [{ email: "ann@example.org\r\nBcc: all@example.org" }, "correct format"],
    [{ email: "ann" }, "correct format"],
    [{ email: `${"x".repeat(250)}@example.org` }, "254 characters or fewer"],
    [{ text: "\u0000 \n" }, "Enter what went wrong"],
    [{ text: "x".repeat(5001) }, "Shorten it to 5,000 characters or fewer"],
  ])("refuses %j", (given, message) => {
    expect(
      read(given)
        .error?.issues.map((issue) => issue.message)
        .join(),
    ).toContain(message);
  });

  it.each(["Łukasz O’Connor-Ŵyn", "王小明 🎓", "محمد", "Dr. J.R. St.John s/o Lee", "x".repeat(80)])(
    "takes the name %s",
    (name) => {
      expect(read({ name }).data?.name).toBe(name);
    },
  );
});

describe("with the reference", () => {
  it("anyone sees the dates and nothing else, and typing it in small letters will do", () => {
    const { world, reference, complaintId, coordinator } = withComplaint();
    const seen = { reference, receivedAt: world.clock.now(), acknowledgeBy: "2026-12-03" };
    expect(readComplaintProgress(world.stranger, ` ${reference.toLowerCase()} `)).toEqual({
      ...seen,
      acknowledgedAt: null,
      answeredAt: null,
    });
    answerComplaint(coordinator, { complaintId, answer: "Yes." });
    expect(readComplaintProgress(world.stranger, reference)).toEqual({
      ...seen,
      acknowledgedAt: world.clock.now(),
      answeredAt: world.clock.now(),
    });
    expect(() => readComplaintProgress(world.stranger, "AAAA-AAAA")).toThrow(NotFound);
  });
});
