// What becomes of the answers, said before they are given.

export function WhatHappensWithIt({
  page: { learnerName, until },
}: {
  page: { learnerName: string | null; until: string | null };
}) {
  return (
    <>
      {learnerName === null ? (
        <p className="govuk-body">
          Your answers are linked to your booking so that before and after can be compared. They are only ever
          shown together with those of at least four others. What you write in words is read by a coordinator
          before any of it is shown. You can leave any question blank.
        </p>
      ) : (
        <p className="govuk-body">
          <bdi>{learnerName}</bdi> agreed that you are asked. Your answers are only ever shown together with
          those about at least four others. If your colleague asks for their data, they are given what you
          tick. What you write in words is read by a coordinator, who looks at it before any of it is given.
          You can leave any question blank.
        </p>
      )}
      {until && <p className="govuk-body">You can answer until {until}.</p>}
    </>
  );
}
