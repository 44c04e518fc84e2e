// The questions about a session's plan, for scheduling, changing and duplicating one.
import { Fieldset } from "~/components/fieldset";
import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";

type Props = {
  /** Left out where the course is settled. */
  courses?: { id: string; title: string }[] | undefined;
  places: { value: string; label: string }[];
  /** How many meetings can be typed. */
  meetings: number;
  form?: FormState | undefined;
};

export function PlanFields({ courses, places, meetings, form }: Props) {
  return (
    <>
      {courses && (
        <Select
          name="courseId"
          label="Course"
          placeholder="Select a course"
          items={courses.map((course) => ({ value: course.id, label: course.title }))}
          form={form}
        />
      )}
      <Radios
        name="mode"
        label="How it takes place"
        form={form}
        items={[
          { value: "in person", label: "In person" },
          { value: "online", label: "Online" },
          { value: "hybrid", label: "Both", hint: "Some meet in the room, others join them online." },
        ]}
      />
      <Select
        name="venueId"
        label="Venue and room"
        hint="Unless it is online only."
        placeholder="Select a venue"
        items={places}
        form={form}
      />
      <TextField
        name="joiningLink"
        label="Joining link"
        hint="Unless it is in person only. Only people with a place and the trainers see it."
        type="url"
        spellCheck={false}
        optional
        form={form}
      />
      <TextField
        name="capacity"
        label="Places"
        hint="If it is both, those in the room."
        inputMode="numeric"
        width={4}
        form={form}
      />
      <TextField
        name="onlineCapacity"
        label="How many can join online"
        hint="Only if it is both."
        inputMode="numeric"
        width={4}
        optional
        form={form}
      />
      <MeetingsFields count={meetings} form={form} />
      <MomentFields
        name="opens"
        label="When booking opens"
        hint="Leave both blank to open it when the session is published. A date alone means 9am."
        form={form}
      />
      <MomentFields
        name="closes"
        label="When booking closes"
        hint="Leave both blank to close booking when the first meeting starts. A date alone means 5pm."
        form={form}
      />
      <MinimumFields form={form} />
    </>
  );
}

export const StatusField = ({ form }: Pick<Props, "form">) => (
  <Radios
    name="status"
    label="Can people book it now?"
    form={form}
    items={[
      { value: "published", label: "Yes, publish it" },
      {
        value: "draft",
        label: "No, keep it as a draft",
        hint: "Only coordinators and its trainers can see a draft.",
      },
    ]}
  />
);

function MomentFields({
  name,
  label,
  hint,
  form,
}: Pick<Props, "form"> & { name: string; label: string; hint: string }) {
  return (
    <Fieldset field={{ name, label, hint }}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third">
          <TextField name={`${name}Date`} label="Date" width={10} form={form} />
        </div>
        <div className="govuk-grid-column-one-third">
          <TextField name={`${name}Time`} label="Time" width={10} form={form} />
        </div>
      </div>
    </Fieldset>
  );
}

function MinimumFields({ form }: Pick<Props, "form">) {
  return (
    <Fieldset
      field={{
        name: "goes",
        label: "Does it need a number of people?",
        optional: true,
        hint: "With fewer, we remind you two working days before the day to decide. Nothing is cancelled by itself.",
      }}
    >
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third">
          <TextField name="minimum" label="At least" inputMode="numeric" width={4} form={form} />
        </div>
        <div className="govuk-grid-column-two-thirds">
          <TextField
            name="decideDate"
            label="Day to decide"
            hint="Blank means five working days before it starts."
            width={10}
            form={form}
          />
        </div>
      </div>
    </Fieldset>
  );
}

const hints: Record<number, string> = {
  1: "Write dates like 24/11/2026, and times like 9:30am or 16:30.",
  2: "Only for a course that meets more than once, such as a two-day course.",
};

/** The meetings; `plain` where there can be no more than there were. */
export function MeetingsFields({
  count,
  plain,
  form,
}: Pick<Props, "form"> & { count: number; plain?: boolean }) {
  return (
    <>
      {Array.from({ length: count }, (_, index) => index + 1).map((number) => (
        <Fieldset
          key={number}
          field={{
            name: `meeting-${number}`,
            label: `Meeting ${number}`,
            optional: number > 1 && !plain,
            hint: plain && number > 1 ? undefined : hints[number],
          }}
        >
          <div className="govuk-grid-row">
            <div className="govuk-grid-column-one-third">
              <TextField name={`date-${number}`} label="Date" width={10} form={form} />
            </div>
            <div className="govuk-grid-column-one-third">
              <TextField name={`start-${number}`} label="Starts" width={10} form={form} />
            </div>
            <div className="govuk-grid-column-one-third">
              <TextField name={`end-${number}`} label="Ends" width={10} form={form} />
            </div>
          </div>
        </Fieldset>
      ))}
    </>
  );
}
