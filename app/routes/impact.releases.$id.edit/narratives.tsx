// "So what?" for each question, all saved together.
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { sectionTitle } from "~/domain/impact/impact";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import type { EditPage } from "./route";

export function Narratives({ page, form }: { page: EditPage; form?: FormState }) {
  return (
    <form method="post" action={paths.editRelease(page.id)} noValidate>
      <h2 className="govuk-heading-l">What you make of the figures</h2>
      <p className="govuk-body">
        So what? Leave a question blank if there is nothing to say.{" "}
        <a className="govuk-link" href={paths.release(page.id)} target="_blank" rel="noreferrer">
          See the figures (opens in a new tab)
        </a>
      </p>
      {page.narratives.map(({ section, text }) => (
        <TextArea
          key={section}
          name={section}
          label={sectionTitle(section)}
          initial={text}
          rows={4}
          form={form}
          optional
        />
      ))}
      <SubmitButton name="intent" value="narratives">
        Save what you wrote
      </SubmitButton>
    </form>
  );
}
