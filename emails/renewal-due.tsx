// To someone whose certificate runs out and who has not booked the course again.
import { longDate, plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const renewalDue: Template<"renewal due"> = {
  words: {
    subject: "Time to renew: {{course}}",
    heading: "Your certificate runs out on {{date}}",
    body: `Your certificate for {{course}} counts until **{{day}}**. To renew it, please come to the course again.

{{dates}}

{{reminders}}

If you no longer need it in your work, you need not do anything.`,
  },
  values: (facts) => ({
    course: facts.courseTitle,
    date: plainDate(facts.expiresOn),
    day: longDate(facts.expiresOn),
    reminders:
      facts.number === 0
        ? "We write once more a month before, unless you have booked."
        : "We do not write again.",
  }),
  pieces: (facts, house) => ({
    dates: <MainLink href={addressOf(house, paths.course(facts.courseSlug))}>See the dates</MainLink>,
  }),
  needed: ["course", "day", "dates"],
};
