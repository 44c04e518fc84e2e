// The answer to a number: valid, expired, withdrawn or not known, and what the certificate says.
import { InsetText } from "~/components/inset-text";
import { SummaryList } from "~/components/summary-list";
import type { Verified } from "~/domain/certificates/certificates.server";
import { duration, plainDate } from "~/shared/format";
import { paths } from "~/web/paths";

const titles: Record<Verified["standing"], string> = {
  valid: "This certificate is valid",
  expired: "This certificate has expired",
  withdrawn: "This certificate was withdrawn",
};

function meaning({ standing, expiresOn, replaced }: Verified): string {
  if (standing === "valid")
    return expiresOn === null
      ? "It does not run out."
      : `It counts up to and including ${plainDate(expiresOn)}.`;
  if (standing === "expired")
    return `It was real, and it counted until ${plainDate(expiresOn ?? "")}. The training is to be renewed.`;
  return replaced
    ? "It does not count. Another was given for the same training since: ask the person for its number."
    : "It does not count. We put our record right after it was given.";
}

export function Standing({ certificate }: { certificate: Verified }) {
  const { standing, personName, courseTitle, completedOn, minutes, expiresOn, partnershipName, number } =
    certificate;
  return (
    <>
      <h1 className="govuk-heading-xl">{titles[standing]}</h1>
      <InsetText>{meaning(certificate)}</InsetText>
      <SummaryList
        rows={[
          {
            key: "Name",
            value:
              personName === null ? (
                "We do not keep the name any more: the person asked us to erase it, or left long ago. The rest is as it was."
              ) : (
                <bdi>{personName}</bdi>
              ),
          },
          { key: "Training", value: courseTitle },
          { key: "Completed on", value: plainDate(completedOn) },
          { key: "Length", value: duration(minutes) },
          { key: "Valid until", value: expiresOn === null ? "It does not run out" : plainDate(expiresOn) },
          { key: "Given by", value: partnershipName },
          { key: "Number", value: number },
        ]}
      />
      <p className="govuk-body">
        Check that the name is that of the person who showed it to you. Please use what you see here for that
        only.
      </p>
    </>
  );
}

export function NotKnown() {
  return (
    <>
      <h1 className="govuk-heading-xl">We do not know this number</h1>
      <p className="govuk-body">
        No certificate of ours has it. It may be mistyped: compare each letter and digit.
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.verify()}>
          Try again
        </a>
      </p>
    </>
  );
}
