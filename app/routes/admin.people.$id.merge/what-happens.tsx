// What a merge does: what moves, and what becomes of sessions that both accounts have booked.
import { listed, plainDateAt } from "~/shared/format";
import { countsInWords } from "./merge-words";
import type { MergePage } from "./route";

type Preview = NonNullable<MergePage["preview"]>;

export function WhatHappens({ preview }: { preview: Preview }) {
  const { from, into, moves, behind, bookedTwice, refusal } = preview;
  const moving = countsInWords(moves);
  return (
    <>
      {!refusal && (
        <>
          <h2 className="govuk-heading-m">What happens</h2>
          <ul className="govuk-list govuk-list--bullet">
            <li>
              {moving.length === 0
                ? `${from.email} holds nothing that could move.`
                : `${listed(moving)} ${moving.length === 1 && moving[0]?.startsWith("1 ") ? "moves" : "move"} to ${into.email}.`}
            </li>
            <li>
              {from.email} is closed and signed out everywhere.{" "}
              {behind.waysIn
                ? "The addresses are at different organisations, so nobody can sign in with it any more."
                : "It leads to the account that stays."}
            </li>
            {behind.lead && (
              <li>The role of agency lead does not move: the accounts belong to different agencies.</li>
            )}
            <li>Needs and details told in the account that stays stand. The other fills what is blank.</li>
            <li>Who did what stays as it was: the audit trail names the account that did it.</li>
          </ul>
        </>
      )}
      {bookedTwice.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Sessions that both have booked</h2>
          <ul className="govuk-list govuk-list--bullet">
            {bookedTwice.map((session) => (
              <li key={session.sessionId}>
                {session.courseTitle}, {plainDateAt(session.startsAt)}: {keptInWords(session, preview)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function keptInWords({ kept }: Preview["bookedTwice"][number], { from, into }: Preview): string {
  if (!kept) return "both are on the register, and it has begun.";
  const whose = (booking: { personId: string }) =>
    booking.personId === from.personId ? from.email : into.email;
  return `the booking of ${whose(kept.keep)} (${kept.keep.state}) stays, and the one of ${whose(kept.end)} (${kept.end.state}) ends. No email is sent about it.`;
}
