// What the letters about a complaint say: to the person in words they need, to the partnership no more than which.
import { composer } from "emails/compose";
import { sampleHouse, sampleInstant, sampleRecipient } from "emails/samples";
import { expect, it } from "vitest";
import { instantOf } from "~/shared/civil-time";

const compose = composer({ ...sampleHouse, publicUrl: "https://training.example" });
const about = { to: sampleRecipient, at: sampleInstant };
const facts = { personName: "Sam Sample", reference: "SAMP-6789" };

it("the receipt gives the reference and the last day, and does not pretend that anyone has read it", async () => {
  const { subject, text } = await compose(
    "complaint received",
    { ...facts, receivedAt: instantOf("2026-11-03", "10:00"), acknowledgeBy: "2026-12-03" },
    about,
  );
  expect(subject).toBe("Your complaint has arrived: SAMP-6789");
  expect(text).toContain("reached us on 3 November 2026");
  expect(text).toContain("Nobody has read it yet");
  expect(text).toContain("Thursday 3 December 2026");
  expect(text).toContain("https://training.example/privacy/complaint?reference=SAMP-6789");
});

it("the partnership is told which complaint and until when", async () => {
  const { subject, text } = await compose(
    "complaint to acknowledge",
    { ...facts, personName: "the team", complaintId: "c1", acknowledgeBy: "2026-12-03" },
    about,
  );
  expect(subject).toBe("A data complaint needs an answer: SAMP-6789");
  expect(text).toContain("an acknowledgement by Thursday 3 December 2026");
  expect(text).toContain("https://training.example/admin/complaints/c1");
});

it("the acknowledgement is a person's, and names the regulator", async () => {
  const { text } = await compose("complaint acknowledged", facts, about);
  expect(text).toContain("We have read your complaint with the reference SAMP-6789");
  expect(text).toContain("0303 123 1113");
});

it("the answer is sent line by line as it was written, and nothing in it becomes markup", async () => {
  const answer = "You were right.\n\n<b>Bold</b> & 'quoted'";
  const { text, html } = await compose("complaint answered", { ...facts, answer }, about);
  expect(text).toMatch(/You were right\.\n\n<b>Bold<\/b> & 'quoted'\n/);
  expect(html).not.toContain("<b>Bold");
  expect(text).toContain("0303 123 1113");
});
