// How to put an address into the calendar programs that people here use, and how long a change takes to be seen.
type Program = { name: string; steps: string[]; note?: string };

const programs: Program[] = [
  {
    name: "Outlook",
    steps: [
      "Copy the address.",
      "In Outlook, open the calendar and select “Add calendar”.",
      "Select “Subscribe from web”, paste the address, give it a name and select “Import”.",
    ],
    note: "If your organisation does not allow this, the entries in your confirmation emails still work.",
  },
  {
    name: "Google Calendar",
    steps: [
      "Copy the address. Do this on a computer: the app on a phone cannot add one.",
      "Open Google Calendar. Beside “Other calendars” select the plus sign, then “From URL”.",
      "Paste the address and select “Add calendar”.",
    ],
    note: "After that it shows on your phone too.",
  },
  {
    name: "Apple Calendar",
    steps: [
      "On the iPhone, iPad or Mac, select “Open it in this device’s calendar” above.",
      "Check the name and select “Subscribe”.",
      "On a Mac, set “Auto-refresh” to every hour.",
    ],
  },
];

export function Steps() {
  return (
    <>
      <h2 className="govuk-heading-l">How to add an address</h2>
      {programs.map(({ name, steps, note }) => (
        <section key={name} aria-labelledby={idOf(name)}>
          <h3 className="govuk-heading-m" id={idOf(name)}>
            {name}
          </h3>
          <ol className="govuk-list govuk-list--number app-steps">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {note && <p className="govuk-body">{note}</p>}
        </section>
      ))}
      <h2 className="govuk-heading-l govuk-!-padding-top-4">How soon you see a change</h2>
      <p className="govuk-body">
        It may take a day. Your calendar program decides how often it asks: Apple as often as you set, Google
        and Outlook some times a day.
      </p>
      <p className="govuk-body">
        If a session you have a place on changes or is cancelled, we email you as well. A cancelled session
        says so in your calendar until the day after it.
      </p>
    </>
  );
}

const idOf = (name: string) => `steps-${name.toLowerCase().replaceAll(" ", "-")}`;
