// To the coordinators: somebody who was to teach a session says that they cannot.
import { counted, longDate, plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const trainerDeclined: Template<"trainer declined"> = {
  words: {
    subject: "A trainer cannot teach: {{course}}, {{date}}",
    heading: "A trainer cannot teach this session",
    body: `{{trainer}} cannot teach {{course}} on {{day}}. {{before}}

We have taken them off the session. {{others}}

{{session}}`,
  },
  opening: "Please look at who teaches {{course}} on {{date}}.",
  values: (facts) => ({
    trainer: facts.trainerName,
    course: facts.courseTitle,
    date: plainDate(facts.date),
    day: longDate(facts.date),
    before: facts.hadConfirmed ? "They had said that they can." : "",
    others: othersInWords(facts),
  }),
  personal: ["trainer"],
  pieces: (facts, house) => ({
    session: (
      <MainLink href={addressOf(house, `${paths.manageSession(facts.sessionId)}#trainers`)}>
        Find another trainer
      </MainLink>
    ),
  }),
  needed: ["trainer", "session"],
};

function othersInWords({ confirmed, asked }: { confirmed: number; asked: number }): string {
  if (confirmed + asked === 0) return "Nobody else is on it.";
  const waits = `${counted(asked, "other has", "others have")} not answered yet.`;
  if (confirmed === 0) return waits;
  const can = `${counted(confirmed, "other trainer", "other trainers")} can teach it.`;
  return asked === 0 ? can : `${can} ${waits[0]?.toUpperCase()}${waits.slice(1)}`;
}
