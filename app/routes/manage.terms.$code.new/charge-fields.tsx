// What a place that is not used costs: notice, rates, other rates by kind of agency, and not coming.
import { Checkboxes } from "~/components/checkboxes";
import { Details } from "~/components/details";
import { Radios } from "~/components/radios";
import { TextField } from "~/components/text-field";
import { graceKinds, noticeUnits } from "~/domain/terms/terms";
import type { FormState } from "~/shared/form-state";
import { noticeField, sectorFields, shareField, steps } from "./terms-form";

type Fields = { sectors: string[]; form: FormState };
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function NoticeFields({ form }: Pick<Fields, "form">) {
  return (
    <>
      <h2 className="govuk-heading-m">Cancelling</h2>
      <Radios
        name="unit"
        label="How is notice counted?"
        hint="Of working days, only full ones between the day of cancelling and the day of the session count."
        items={noticeUnits.map((unit) => ({ value: unit, label: capital(unit) }))}
        form={form}
        small
      />
      <p className="govuk-body">
        Each step says: with less notice than this, this share of the rate is charged. Leave all steps blank
        if late cancelling is free.
      </p>
      {steps.map((step) => (
        <div key={step} className="govuk-grid-row">
          <div className="govuk-grid-column-one-half">
            <TextField
              name={noticeField(step)}
              label={`Step ${step}: less notice than`}
              width={3}
              inputMode="numeric"
              form={form}
            />
          </div>
          <div className="govuk-grid-column-one-half">
            <TextField
              name={shareField(step)}
              label={`Step ${step}: share of the rate, in per cent`}
              width={3}
              inputMode="numeric"
              suffix="%"
              form={form}
            />
          </div>
        </div>
      ))}
    </>
  );
}

export function RateFields({ sectors, form }: Fields) {
  const money = { width: 5, inputMode: "decimal", prefix: "£", form } as const;
  return (
    <>
      <h2 className="govuk-heading-m">Rates</h2>
      <TextField name="halfDay" label="Rate for a half day" {...money} />
      <TextField name="fullDay" label="Rate for a full day" {...money} />
      <TextField
        name="halfDayMinutes"
        label="A half day is up to"
        hint="In minutes of taught time, such as 240 for 4 hours"
        width={4}
        inputMode="numeric"
        suffix="minutes"
        form={form}
      />
      <Radios
        name="perDay"
        label="What does a session of several days cost?"
        items={[
          { value: "session", label: "The rate once" },
          { value: "day", label: "The rate for each day" },
        ]}
        form={form}
        small
      />
      {sectors.length > 0 && (
        <Details summary="Other rates, or none, for some kinds of agency">
          {sectors.map((sector, index) => {
            const names = sectorFields(index);
            return (
              <fieldset key={sector} className="govuk-fieldset">
                <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
                  {capital(sector)}: leave blank for the rates above
                </legend>
                <input type="hidden" name={names.sector} value={sector} />
                <TextField name={names.half} label="Half day" {...money} />
                <TextField name={names.full} label="Full day" {...money} />
              </fieldset>
            );
          })}
          <Checkboxes
            name="exempt"
            label="Which kinds are not charged for cancelling late?"
            items={sectors.map((sector) => ({ value: sector, label: capital(sector) }))}
            form={form}
            small
          />
        </Details>
      )}
      <Radios
        name="exemptNoShows"
        label="Are kinds of agency that may cancel late charged for not coming?"
        items={[
          { value: "charged", label: "Yes" },
          { value: "not charged", label: "No" },
        ]}
        form={form}
        inline
        small
      />
    </>
  );
}

const graceLabels: Record<(typeof graceKinds)[number], string> = {
  "every session": "In every session",
  "full days": "In sessions of full days",
  online: "In sessions online",
};

export function NotComingFields({ form }: Pick<Fields, "form">) {
  return (
    <>
      <h2 className="govuk-heading-m">Not coming</h2>
      <TextField
        name="noShowPercent"
        label="Share of the rate for not coming"
        hint="Leave blank to charge nothing"
        width={3}
        inputMode="numeric"
        suffix="%"
        form={form}
      />
      <TextField
        name="grace"
        label="Coming later than this counts as not coming"
        hint="In minutes. Leave blank if coming late is only marked as late."
        width={3}
        inputMode="numeric"
        suffix="minutes"
        form={form}
      />
      <Radios
        name="graceFor"
        label="Where does that hold?"
        items={graceKinds.map((kind) => ({ value: kind, label: graceLabels[kind] }))}
        form={form}
        small
      />
      <Checkboxes
        name="leavingEarly"
        label="Leaving early"
        items={[{ value: "yes", label: "Counts as not coming" }]}
        form={form}
        small
      />
    </>
  );
}
