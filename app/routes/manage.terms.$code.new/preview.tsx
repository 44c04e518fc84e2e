// What the new version says in words, before it is saved: read it, then save it or change it.
import { SubmitButton } from "~/components/submit-button";
import type { TermsPart } from "~/domain/terms/terms";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { TermsInWords } from "~/web/terms-in-words";

type PreviewProps = {
  board: { code: string; name: string };
  from: string;
  parts: TermsPart[];
  form: FormState;
};

export function Preview({ board, from, parts, form }: PreviewProps) {
  const fields = Object.entries(form.values).filter(([name]) => name !== "intent");
  return (
    <>
      <h1 className="govuk-heading-xl">Check what the terms say</h1>
      <p className="govuk-body-l">
        For {board.name}, for bookings made from {from} on.
      </p>
      <TermsInWords parts={parts} headingLevel={2} />
      <form method="post" action={paths.manageTermsNew(board.code)} noValidate>
        {fields.flatMap(([name, value]) =>
          [value ?? []]
            .flat()
            .map((one) => <input key={`${name}=${one}`} type="hidden" name={name} value={one} />),
        )}
        <div className="govuk-button-group">
          <SubmitButton name="intent" value="save">
            Save these terms
          </SubmitButton>
          <SubmitButton name="intent" value="change" variant="secondary">
            Change something
          </SubmitButton>
        </div>
      </form>
    </>
  );
}
