// How far a report has come, and what the reader may do with it now. None of it is printed.
import { ButtonLink } from "~/components/button-link";
import { SubmitButton } from "~/components/submit-button";
import type { InsideRelease, ReleaseView } from "~/domain/impact/impact.server";
import { paths } from "~/web/paths";
import { standingInWords } from "~/web/release-words";

type StandingProps = { release: ReleaseView; inside: InsideRelease; check: { same: boolean | null } | null };

export function Standing({ release, inside, check }: StandingProps) {
  const { may, draftedBy, signedOffBy, outOfDate } = inside;
  return (
    <section className="app-no-print" aria-label="Where this report stands">
      <div className="govuk-inset-text">
        <p className="govuk-body">
          <strong>{standingInWords(release)}.</strong>
          {draftedBy && ` Drafted by ${draftedBy}.`}
          {signedOffBy && ` Signed off by ${signedOffBy}.`}
        </p>
        {release.state === "withdrawn" && (
          <p className="govuk-body">Why it was withdrawn: {release.withdrawnBecause}</p>
        )}
        {outOfDate && (
          <p className="govuk-body">
            Another report was signed or withdrawn since this one was frozen. Send it back and freeze it anew
            before it is signed.
          </p>
        )}
        {release.state === "in review" && !may.signOff && (
          <p className="govuk-body">
            A member of the strategic delivery group who did not draft it signs it off.
          </p>
        )}
        <Recomputed release={release} check={check} />
      </div>
      <form method="post" action={paths.release(release.id)} noValidate>
        <div className="govuk-button-group">
          {may.signOff && !outOfDate && (
            <ButtonLink href={paths.signOffRelease(release.id)}>Sign it off</ButtonLink>
          )}
          {may.send && (
            <SubmitButton name="intent" value="send">
              Send for review
            </SubmitButton>
          )}
          {may.change && (
            <ButtonLink href={paths.editRelease(release.id)} variant="secondary">
              Write and change
            </ButtonLink>
          )}
          {may.publish && <ButtonLink href={paths.publishRelease(release.id)}>Make it public</ButtonLink>}
          {may.sendBack && (
            <SubmitButton name="intent" value="back" variant="secondary">
              Send back to be changed
            </SubmitButton>
          )}
          {inside.actions.length > 0 && release.state !== "draft" && (
            <ButtonLink href={paths.releaseActions(release.id)} variant="secondary">
              Follow its actions
            </ButtonLink>
          )}
          {may.withdraw && (
            <ButtonLink href={paths.withdrawRelease(release.id)} variant="secondary">
              Withdraw it
            </ButtonLink>
          )}
        </div>
      </form>
    </section>
  );
}

function Recomputed({ release, check }: Omit<StandingProps, "inside">) {
  if (release.state === "draft") return null;
  if (!check)
    return (
      <p className="govuk-body">
        <a className="govuk-link" href={paths.release(release.id, { check: "yes" })}>
          Work its figures out again from what was frozen
        </a>
      </p>
    );
  return (
    <p className="govuk-body">
      {check.same === null
        ? "Its figures cannot be worked out again here: they were made by another version of the method."
        : check.same
          ? "Worked out again just now from what was frozen: every figure is the same."
          : "Worked out again just now from what was frozen, the figures are not the same. Tell the business unit before you use this report."}
    </p>
  );
}
