// Both accounts side by side, what would happen, and the button.
import { Checkboxes } from "~/components/checkboxes";
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import type { MergeSide } from "~/domain/personal-data/personal-data";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { refusalInWords } from "./merge-words";
import type { MergePage } from "./route";
import { SideBySide } from "./side-by-side";
import { WhatHappens } from "./what-happens";

type Preview = NonNullable<MergePage["preview"]>;

export function Compare(props: { person: MergeSide; preview: Preview; form?: FormState }) {
  const { person, preview, form } = props;
  const { from, into, refusal } = preview;
  const other = from.personId === person.personId ? into : from;
  const addressKeeping = (keep: string) => paths.adminMerge(person.personId, { with: other.personId, keep });
  return (
    <>
      <h1 className="govuk-heading-xl">Merge two accounts</h1>
      <SideBySide from={from} into={into} />
      <p className="govuk-body">
        <a className="govuk-link" href={addressKeeping(from.personId)}>
          Keep {from.email} instead
        </a>
      </p>
      {refusal ? (
        <>
          <h2 className="govuk-heading-m">These accounts cannot be merged</h2>
          <InsetText>{refusalInWords[refusal]}</InsetText>
          <WhatHappens preview={preview} />
        </>
      ) : (
        <>
          <WhatHappens preview={preview} />
          <form method="post" action={addressKeeping(into.personId)} noValidate>
            <Checkboxes
              name="sure"
              label="Are you sure? This cannot be undone."
              items={[{ value: "yes", label: "Both accounts belong to the same person" }]}
              form={form}
            />
            <SubmitButton variant="warning">Merge the accounts</SubmitButton>
          </form>
        </>
      )}
    </>
  );
}
