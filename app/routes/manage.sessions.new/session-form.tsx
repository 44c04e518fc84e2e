// The plan of a session as a form; what only one way of meeting needs is asked under that way.
import { Fieldset } from "~/components/fieldset";
import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { meetingNumbers } from "./read-plan";

type Props = {
  courses: { id: string; title: string }[];
  venues: { id: string; name: string; postcode: string }[];
  form?: FormState;
};

export function SessionForm({ courses, venues, form }: Props) {
  return (
    <form method="post" action={paths.manageSchedule()} noValidate>
      <Select
        name="courseId"
        label="Course"
        placeholder="Select a course"
        items={courses.map((course) => ({ value: course.id, label: course.title }))}
        form={form}
      />
      <Radios
        name="mode"
        label="How it takes place"
        form={form}
        items={[
          {
            value: "in person",
            label: "In person",
            reveal: (
              <Select
                name="venueId"
                label="Venue"
                placeholder="Select a venue"
                items={venues.map((venue) => ({
                  value: venue.id,
                  label: `${venue.name}, ${venue.postcode}`,
                }))}
                form={form}
              />
            ),
          },
          {
            value: "online",
            label: "Online",
            reveal: (
              <TextField
                name="joiningLink"
                label="Joining link"
                hint="Only people with a place and the trainers see it."
                type="url"
                spellCheck={false}
                optional
                form={form}
              />
            ),
          },
        ]}
      />
      <TextField name="capacity" label="Places" inputMode="numeric" width={4} form={form} />
      {meetingNumbers.map((number) => (
        <MeetingFields key={number} number={number} form={form} />
      ))}
      <Fieldset
        field={{
          name: "closes",
          label: "When booking closes",
          hint: "Leave both blank to close booking when the first meeting starts. A date alone means 5pm.",
        }}
      >
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-one-third">
            <TextField name="closesDate" label="Date" width={10} form={form} />
          </div>
          <div className="govuk-grid-column-one-third">
            <TextField name="closesTime" label="Time" width={10} form={form} />
          </div>
        </div>
      </Fieldset>
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
      <SubmitButton>Schedule session</SubmitButton>
    </form>
  );
}

const hints: Record<number, string> = {
  1: "Write dates like 24/11/2026, and times like 9:30am or 16:30.",
  2: "Only for a course that meets more than once, such as a two-day course.",
};

function MeetingFields({ number, form }: { number: number; form?: FormState }) {
  return (
    <Fieldset
      field={{
        name: `meeting-${number}`,
        label: `Meeting ${number}`,
        optional: number > 1,
        hint: hints[number],
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
  );
}
