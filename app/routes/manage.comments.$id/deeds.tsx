// What can be done with it now, as a form.
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import type { CommentPage } from "./route";

type DeedsProps = CommentPage & { form?: FormState };

export function Deeds({ words, form }: DeedsProps) {
  return (
    <form method="post" action={paths.manageComment(words.id)} noValidate>
      <input type="hidden" name="seen" value={words.state} />
      {words.state !== "to read" ? (
        <Undo words={words} />
      ) : words.quotability === "yes" ? (
        <QuoteOrNot words={words} form={form} />
      ) : (
        <OnlyRead />
      )}
    </form>
  );
}

function QuoteOrNot({ words, form }: DeedsProps) {
  return (
    <>
      <TextArea
        name="redacted"
        label="How it would be quoted"
        hint="Take out names, places and anything that tells of one child, adult or family. Put what it stands for in square brackets, such as [a colleague]. Leave their own words as they are."
        initial={words.text}
        rows={8}
        form={form}
      />
      <Radios
        name="outcome"
        label="What do you do with it?"
        items={[
          {
            value: "quoted",
            label: "Quote it like this",
            hint: "In the impact report, with the course, and without who, when or where.",
          },
          { value: "kept back", label: "Keep it back", hint: "Nobody else sees it." },
        ]}
        form={form}
      />
      <SubmitButton>Save</SubmitButton>
    </>
  );
}

function OnlyRead() {
  return (
    <SubmitButton name="outcome" value="read">
      I have read it
    </SubmitButton>
  );
}

function Undo({ words }: CommentPage) {
  const ends = words.text === "";
  if (ends && words.state !== "quoted") return null;
  return (
    <>
      {ends && (
        <p className="govuk-body">
          If you stop quoting it, it cannot be quoted again: what was written is gone.
        </p>
      )}
      <SubmitButton name="outcome" value="put back" variant="secondary">
        {ends ? "Stop quoting it" : "Undo, and read it again"}
      </SubmitButton>
    </>
  );
}
