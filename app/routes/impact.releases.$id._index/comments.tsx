// What was said of a report before it was signed, and the form to say more. Not part of the paper.
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import type { InsideRelease, ReleaseView } from "~/domain/impact/impact.server";
import type { FormState } from "~/shared/form-state";
import { longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { aboutInWords, aboutItems } from "./release-forms";

export function Comments(props: { release: ReleaseView; inside: InsideRelease; form?: FormState }) {
  const { release, inside, form } = props;
  return (
    <section id="comments" className="app-no-print">
      <h2 className="govuk-heading-l">Comments</h2>
      <p className="govuk-body">
        Read by coordinators, members of the delivery group and the scrutineer. They are not part of the
        report.
      </p>
      {inside.comments.length === 0 && <p className="govuk-body">Nobody has commented.</p>}
      <ul className="govuk-list govuk-list--spaced">
        {inside.comments.map(({ id, section, text, writtenAt, writtenBy }) => (
          <li key={id}>
            <p className="govuk-body govuk-!-margin-bottom-1">
              <strong>{writtenBy}</strong> on “{aboutInWords(section)}”, {longDateTimeAt(writtenAt)}
            </p>
            <p className="govuk-body">{text}</p>
          </li>
        ))}
      </ul>
      {inside.may.comment && (
        <form method="post" action={paths.release(release.id)} noValidate>
          <Select name="section" label="What is your comment about?" items={aboutItems} form={form} />
          <TextArea name="text" label="Your comment" hint="Do not name anybody." rows={4} form={form} />
          <SubmitButton name="intent" value="comment" variant="secondary">
            Comment
          </SubmitButton>
        </form>
      )}
    </section>
  );
}
