// What is lacking or in the way, first on the page, and the decision whether a session goes ahead.
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import { Tag } from "~/components/tag";
import { minimumOpen } from "~/domain/bookings/bookings";
import { counted, longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { Warnings } from "~/web/plan-review";
import type { ManagedPage } from "./route";

export function ToSeeTo({ page }: { page: ManagedPage }) {
  const { session, clashes } = page;
  if (session.status === "cancelled" || session.status === "delivered") return null;
  return (
    <>
      <Minimum page={page} />
      {session.mode !== "in person" && !session.joiningLink && (
        <InsetText>
          <Tag colour="orange">No joining link</Tag> People with a place do not know where to go yet.{" "}
          <a className="govuk-link" href={paths.manageSessionEdit(session.id)}>
            Add the link
          </a>
        </InsetText>
      )}
      <Warnings clashes={clashes} daysOff={[]} />
    </>
  );
}

function Minimum({ page: { session, confirmed } }: { page: ManagedPage }) {
  const { minimum, decideBy, goAheadAt } = session;
  if (minimum === null || decideBy === null) return null;
  const booked = `${counted(confirmed, "person has", "people have")} a place. It needs ${minimum}.`;
  if (!minimumOpen({ minimum, goAheadAt, confirmed })) {
    return (
      <section id="minimum">
        <p className="govuk-body">
          {goAheadAt === null ? booked : `Decided on ${longDateTimeAt(goAheadAt)}: it goes ahead. ${booked}`}
        </p>
      </section>
    );
  }
  return (
    <section id="minimum">
      <InsetText>
        <p className="govuk-body">
          <Tag colour="red">Minimum not met</Tag> {booked} Decide by {longDateTimeAt(decideBy)}.
        </p>
        <form method="post" action={paths.manageSession(session.id)} className="govuk-button-group">
          <SubmitButton name="intent" value="go ahead" variant="secondary">
            It goes ahead anyway
          </SubmitButton>
          <a className="govuk-link" href={paths.manageSessionPostpone(session.id)}>
            Postpone it
          </a>
          <a className="govuk-link" href={paths.manageSessionCancel(session.id)}>
            Cancel it
          </a>
        </form>
      </InsetText>
    </section>
  );
}
