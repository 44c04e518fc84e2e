// The page of what my role needs: how I stand first, then the self-assessment.
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import { ResultList } from "~/components/result-list";
import { confidenceField, type Need, trainedField } from "~/domain/needs/needs";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { AssessmentForm } from "./assessment-form";
import { NeedItem } from "./need-item";
import { summaryInWords } from "./needs-in-words";

export type MyNeedsPage = {
  kindOfWork: string | null;
  /** Only for someone whose own is not known. */
  kindsOfWork: string[];
  needs: Need[];
  contact: { name: string; email: string };
  saved: boolean;
};

export function MyNeeds({ page, form }: { page: MyNeedsPage; form?: FormState }) {
  const { kindOfWork, needs, contact, saved } = page;
  const fields = needs.flatMap(({ competencyId }) => [
    trainedField(competencyId),
    confidenceField(competencyId),
  ]);
  return (
    <>
      <BackLink href={paths.my()} text="My training" />
      {saved && !form && <NotificationBanner kind="success" text="Your answers are saved." />}
      <ErrorSummary form={form} order={fields} />
      <h1 className="govuk-heading-xl">What my role needs</h1>
      {kindOfWork === null ? (
        <KindOfWorkNotKnown page={page} />
      ) : (
        <>
          <p className="govuk-body">
            Your kind of work: <strong>{kindOfWork}</strong>. If that is not right, contact {contact.name}:{" "}
            <Mail to={contact.email} />
          </p>
          {needs.length === 0 ? (
            <EmptyState
              title="Nothing is required yet"
              text="The boards have not set requirements for your kind of work. Every course is open to you all the same."
              action={{ href: paths.courses(), label: "See all courses" }}
            />
          ) : (
            <>
              <p className="govuk-body-l">{summaryInWords(needs)}</p>
              <p className="govuk-body">
                <a className="govuk-link" href="#self-assessment">
                  Tell us about training we do not know of
                </a>
              </p>
              <h2 className="govuk-visually-hidden">What you need and how you stand</h2>
              <ResultList>
                {needs.map((need) => (
                  <NeedItem key={need.competencyId} need={need} />
                ))}
              </ResultList>
              <AssessmentForm needs={needs} form={form} />
            </>
          )}
        </>
      )}
    </>
  );
}

function KindOfWorkNotKnown({ page: { contact, kindsOfWork } }: { page: MyNeedsPage }) {
  return (
    <>
      <p className="govuk-body-l">Tell us what kind of work you do.</p>
      <p className="govuk-body">
        What you need depends on it, and your account does not say. Write to {contact.name} at{" "}
        <Mail to={contact.email} /> with your name and your kind of work.
      </p>
      {kindsOfWork.length > 0 && (
        <>
          <p className="govuk-body">These are the kinds of work we know:</p>
          <ul className="govuk-list govuk-list--bullet">
            {kindsOfWork.map((kind) => (
              <li key={kind}>{kind}</li>
            ))}
          </ul>
        </>
      )}
      <p className="govuk-body">
        Until then, every course is open to you.{" "}
        <a className="govuk-link" href={paths.courses()}>
          See all courses
        </a>
      </p>
    </>
  );
}

const Mail = ({ to }: { to: string }) => (
  <a className="govuk-link" href={`mailto:${to}`}>
    {to}
  </a>
);
