// In the place of a report that was withdrawn: that it was, when and why; or of a draft that has lost one of its parts.
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import type { ReleaseView } from "~/domain/impact/impact.server";
import { plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { releaseName } from "~/web/release-words";

export function Withdrawn({ release }: { release: ReleaseView }) {
  const gone = release.state === "withdrawn" && release.withdrawnAt !== null;
  return (
    <>
      <BackLink href={paths.releases()} text="Impact reports" />
      <h1 className="govuk-heading-xl">{releaseName(release)}</h1>
      {gone ? (
        <>
          <p className="govuk-body-l">
            This report was withdrawn on {plainDateAt(release.withdrawnAt ?? 0)}. Please do not use its
            figures.
          </p>
          <p className="govuk-body">Why: {release.withdrawnBecause}</p>
        </>
      ) : (
        <>
          <p className="govuk-body-l">One of the parts that this draft tells of is no longer there.</p>
          <ButtonLink href={paths.editRelease(release.id)}>Choose its parts again</ButtonLink>
        </>
      )}
    </>
  );
}
