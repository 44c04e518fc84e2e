// A wording whose subject or heading is blank with some facts: the letter still has both, or the provider refuses it.
import { composer } from "emails/compose";
import { sampleBooking, sampleHouse, sampleInstant, sampleRecipient } from "emails/samples";
import { cameWith } from "emails/wording-desk";
import { expect, test } from "vitest";
import { wordingProblems } from "~/domain/notifications/notifications";

const compose = composer({ ...sampleHouse, publicUrl: "https://training.example" });

test("of a note that is not always there, the words it came with stand in", async () => {
  const own = cameWith("booking confirmed");
  const words = { ...own.words, subject: "{{howToJoin}}", heading: "{{howToJoin}}" };
  expect(wordingProblems(words, own.shape)).toEqual([]);
  const about = { to: sampleRecipient, at: sampleInstant, words };
  const inRoom = await compose("booking confirmed", sampleBooking, about);
  expect(inRoom.subject).toBe(
    "Your place is confirmed: An Invented Course about Listening, 24 November 2026",
  );
  expect(inRoom.html).toMatch(/<h1[^>]*>Your place is confirmed<\/h1>/);
  const online = { ...sampleBooking, mode: "online" as const };
  const { subject } = await compose("booking confirmed", online, about);
  expect(subject).toMatch(/^The joining link is on your booking page/);
});
