// The latest that were answered: what, by whom, and when.
import { Table } from "~/components/table";
import { plainDateAt } from "~/shared/format";
import type { ApprovalsPage } from "./route";

type Line = ApprovalsPage["answered"][number];

const answerInWords: Record<NonNullable<Line["answer"]>, string> = {
  approved: "Approved",
  declined: "Declined",
  "silence approved": "No answer: counted as approved",
  "silence declined": "No answer: the booking ended",
  withdrawn: "The booking ended before an answer",
};

function byWhom({ answer, answererName, askedOf }: Line): string {
  if (answer !== "approved" && answer !== "declined") return "";
  return answererName ?? (askedOf === "line manager" ? "Their line manager, by the emailed link" : "");
}

export function Answered({ answered }: Pick<ApprovalsPage, "answered">) {
  if (answered.length === 0) return null;
  return (
    <Table
      caption="Answered lately, the latest first"
      columns={[
        { key: "who", heading: "Person" },
        { key: "course", heading: "Asked for" },
        { key: "answer", heading: "Answer" },
        { key: "by", heading: "By" },
        { key: "on", heading: "On" },
      ]}
      rows={answered.map((line) => ({
        id: line.id,
        cells: {
          who: <bdi>{line.personName}</bdi>,
          course: `${line.courseTitle}, ${plainDateAt(line.startsAt)}`,
          answer: line.answer && answerInWords[line.answer],
          by: <bdi>{byWhom(line)}</bdi>,
          on: line.answeredAt !== null && plainDateAt(line.answeredAt),
        },
      }))}
    />
  );
}
