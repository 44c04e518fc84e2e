// Where a complaint stands, in words; a tag only for what is late or nearly so.
import { Tag } from "~/components/tag";
import type { ComplaintStanding } from "~/domain/personal-data/personal-data";
import { counted, plainDate, plainDateAt } from "~/shared/format";

/** From so many days on, a complaint that waits is told apart from the others. */
const soon = 7;

export function ComplaintStandingWords({ standing }: { standing: ComplaintStanding }) {
  if (standing.kind === "answered") return <>Answered {plainDateAt(standing.answeredAt)}</>;
  if (standing.kind === "to answer")
    return <>Acknowledged {plainDateAt(standing.acknowledgedAt)}, to be answered</>;
  const { by, daysLeft } = standing;
  return (
    <>
      Acknowledge by {plainDate(by)}, {daysLeftInWords(daysLeft)}
      {daysLeft < 0 ? (
        <>
          {" "}
          <Tag colour="red">Overdue</Tag>
        </>
      ) : (
        daysLeft <= soon && (
          <>
            {" "}
            <Tag colour="orange">Due soon</Tag>
          </>
        )
      )}
    </>
  );
}

function daysLeftInWords(daysLeft: number): string {
  if (daysLeft < 0) return `overdue by ${counted(-daysLeft, "day")}`;
  return daysLeft === 0 ? "today is the last day" : `${counted(daysLeft, "day")} left`;
}
