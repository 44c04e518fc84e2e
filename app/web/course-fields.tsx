// The form of a course, alike where one is added and where it is changed.
import { Checkboxes } from "~/components/checkboxes";
import { Fieldset } from "~/components/fieldset";
import { Select } from "~/components/select";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { CourseDetails } from "~/domain/catalogue/catalogue";
import type { FormState } from "~/shared/form-state";
import { paths } from "./paths";

/** What there is to choose from. */
export type CourseChoices = {
  boards: { code: string; name: string }[];
  themes: { slug: string; name: string; years: string }[];
  competencies: { id: string; name: string }[];
  sources: { code: string; name: string }[];
  activityTypes: string[];
};

type Props = { initial?: CourseDetails; choices: CourseChoices; form: FormState | undefined };

export function CourseFields({ initial, choices, form }: Props) {
  return (
    <>
      <TextField name="title" label="Title" initial={initial?.title} form={form} />
      <TextArea
        name="summary"
        label="Summary"
        hint="A few sentences: what people do and what it is good for. Searches look here too."
        initial={initial?.summary}
        rows={4}
        form={form}
      />
      <TextArea
        name="audience"
        label="Who it is for"
        hint="As in: Anyone who keeps records about children or supervises those who do"
        initial={initial?.audience}
        rows={2}
        form={form}
      />
      <TextField
        name="activityType"
        label="Type of activity"
        hint={
          choices.activityTypes.length > 0
            ? `In use: ${choices.activityTypes.join(", ")}`
            : "Such as training day"
        }
        initial={initial?.activityType}
        width={20}
        form={form}
      />
      <Select
        name="themeSlug"
        label="Theme"
        hint={
          <>
            A theme is missing?{" "}
            <a className="govuk-link" href={paths.manageThemes()}>
              Add it to the themes
            </a>{" "}
            first.
          </>
        }
        placeholder="Select a theme"
        initial={initial?.themeSlug}
        items={choices.themes.map(({ slug, name, years }) => ({ value: slug, label: `${name} (${years})` }))}
        form={form}
      />
      <TextField
        name="ledBy"
        label="Led by"
        hint="A team or organisation, as in: Multi-agency training pool"
        optional
        initial={initial?.ledBy ?? undefined}
        form={form}
      />
      <Length minutes={initial?.minutes} form={form} />
      <Checkboxes
        name="boards"
        label="Boards it serves"
        small
        initial={initial?.boards}
        items={choices.boards.map(({ code, name }) => ({ value: code, label: name }))}
        form={form}
      />
      <TextArea
        name="outcomes"
        label="What people will be able to do"
        hint="One on each line, in the order in which they are shown. Begin each with a verb."
        initial={initial?.outcomes.join("\n")}
        rows={6}
        form={form}
      />
      {choices.competencies.length > 0 && (
        <Checkboxes
          name="competencies"
          label="Competencies it teaches"
          hint="Whoever has attended is counted as trained in them, those who attended before this change too."
          small
          initial={initial?.competencies}
          items={choices.competencies.map(({ id, name }) => ({ value: id, label: name }))}
          form={form}
        />
      )}
      {choices.sources.length > 0 && (
        <Checkboxes
          name="learningSources"
          label="Passes on learning from"
          small
          initial={initial?.learningSources}
          items={choices.sources.map(({ code, name }) => ({ value: code, label: name }))}
          form={form}
        />
      )}
      <TextArea
        name="contentNote"
        label="What may distress people, and where they find support"
        hint="Shown before booking"
        optional
        initial={initial?.contentNote ?? undefined}
        rows={3}
        form={form}
      />
    </>
  );
}

function Length({ minutes, form }: { minutes: number | undefined; form: FormState | undefined }) {
  const shown = (count: number) => (minutes === undefined ? undefined : String(count));
  return (
    <Fieldset field={{ name: "length", label: "Taught time", hint: "Breaks left out" }}>
      <TextField
        name="hours"
        label="Hours"
        initial={shown(Math.floor((minutes ?? 0) / 60))}
        width={3}
        inputMode="numeric"
        form={form}
      />
      <TextField
        name="minutes"
        label="Minutes"
        initial={shown((minutes ?? 0) % 60)}
        width={3}
        inputMode="numeric"
        form={form}
      />
    </Fieldset>
  );
}
