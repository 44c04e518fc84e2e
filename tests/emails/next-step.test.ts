// What a letter tells its reader to do is what they can do.
import { composer } from "emails/compose";
import { sampleHouse, sampleInstant, sampleRecipient, samples, twoDays } from "emails/samples";
import { describe, expect, test } from "vitest";
import type { MessageFacts, MessageKind } from "~/domain/notifications/notifications";

const compose = composer({ ...sampleHouse, publicUrl: "https://training.example" });
const composed = <Kind extends MessageKind>(kind: Kind, facts: MessageFacts[Kind]) =>
  compose(kind, facts, { to: sampleRecipient, at: sampleInstant });

describe("a reminder", () => {
  test.each(twoDays.meetings)("names the day that is coming: day $number", async (meeting) => {
    const { subject } = await composed("reminder", { ...twoDays, meeting });
    const date = meeting.number === 1 ? "24 October 2026" : "26 October 2026";
    expect(subject).toBe(
      `Reminder: An Invented Course about Listening, ${date} (day ${meeting.number} of 2)`,
    );
  });
});

describe("a trainer's reminder", () => {
  const [teaching] = samples["teaching reminder"];
  if (!teaching) throw new Error("no sample");

  test("leads whoever agreed to who comes and to the register", async () => {
    const { text } = await composed("teaching reminder", teaching.facts);
    expect(text).toContain("Please read it on the session’s page.");
    expect(text).toContain("See who comes, and the register");
    expect(text).toContain("The register is on that page. It opens on the day.");
  });

  test("asks whoever has not answered for an answer, and promises nothing that they cannot see", async () => {
    const { text, subject } = await composed("teaching reminder", { ...teaching.facts, confirmed: false });
    expect(subject).toMatch(/^Tell us whether you can teach: /);
    expect(text).toContain("You have not told us yet whether you can.");
    expect(text).toContain("Say whether you can");
    expect(text).toContain("9 people have a place.");
    expect(text).toContain("You can read it once you have said that you can teach.");
    expect(text).not.toMatch(/You are down to teach|register|who comes/i);
  });
});

describe("that an account has changed", () => {
  const told = (change: MessageFacts["account changed"]["change"]) =>
    composed("account changed", { personName: "Sam", change, at: sampleInstant });

  test("tells whoever has lost their address to write to us: they cannot sign in", async () => {
    const { text } = await told("address");
    expect(text).toContain("If it was not, tell us at once");
    expect(text).not.toContain("If it was not, sign in");
  });

  test("tells everyone else to sign in and end what is not theirs", async () => {
    expect((await told("password")).text).toContain("If it was not, sign in, end your other sessions");
  });
});
