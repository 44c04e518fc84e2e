// What an export is made of, and the two files that it can be: one JSON object, or one CSV of fields and values.
export type ExportedValue =
  | string
  | number
  | boolean
  | null
  | ExportedValue[]
  | { [key: string]: ExportedValue };

export type ExportedSection = {
  heading: string;
  /** Fields that are held and not shown, with the reason. */
  notShown: { field: string; why: string }[];
  /** By field, in the order of the table; blank is null. */
  records: Record<string, ExportedValue>[];
};

export type PersonalData = {
  /** Whom it is about, and who had it made. */
  person: { name: string; email: string };
  madeBy: "the person" | "a coordinator" | "an administrator" | "the system";
  madeAt: number;
  service: { name: string; partnership: string; contactName: string; contactEmail: string };
  sections: ExportedSection[];
};

export const heldNotShown = "held, not shown";
const nothingHeld = "Nothing is held here.";

const leftOut = [
  "Names and addresses of other people. They appear as what they are here, such as a coordinator.",
  "The words of letters that tell of somebody else.",
  "Links in the words of letters, because some open something by themselves.",
  "Copies that cannot be searched: backups, and the server’s log of sign-ins and refusals. Ask us about them.",
];

const rights = [
  "You can ask for what is wrong to be put right.",
  "You can ask for your records to be erased, or no longer used. Some training records must be kept; we say which.",
  "You can complain to us, and to the Information Commissioner’s Office: ico.org.uk/make-a-complaint or 0303 123 1113.",
];

const aboutDates =
  "Times are in UTC, as in 2026-11-24T09:30:00Z. Days without a time are days in the United Kingdom.";

/** One object, its keys always in the same order. */
export function exportAsJson(data: PersonalData): string {
  const { person, madeBy, madeAt, service, sections } = data;
  const file = {
    about: {
      what: "Everything that this service holds about one person",
      person,
      madeBy,
      madeAt: new Date(madeAt).toISOString(),
      service,
      dates: aboutDates,
      leftOut,
      heldNotShown: sections.flatMap(({ heading, notShown }) =>
        notShown.map(({ field, why }) => ({ section: heading, field, why })),
      ),
      rights,
    },
    sections: sections.map(({ heading, records }) => ({
      heading,
      ...(records.length === 0 && { note: nothingHeld }),
      records,
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export const exportColumns = ["section", "record", "field", "value"] as const;
export type ExportLine = Record<(typeof exportColumns)[number], string | number | boolean | null>;

/** One line per field, so that records of every shape stand in one file. */
export function exportAsLines(data: PersonalData): ExportLine[] {
  const { person, madeBy, madeAt, service, sections } = data;
  const about = (field: string, value: string): ExportLine => ({
    section: "About this file",
    record: null,
    field,
    value,
  });
  return [
    about("Name", person.name),
    about("Email address", person.email),
    about("Made by", madeBy),
    about("Made at", new Date(madeAt).toISOString()),
    about("Service", `${service.name}, ${service.partnership}`),
    about("Contact", `${service.contactName}, ${service.contactEmail}`),
    about("Dates", aboutDates),
    ...leftOut.map((line) => about("Left out", line)),
    ...sections.flatMap(({ heading, notShown }) =>
      notShown.map(({ field, why }) => about("Held, not shown", `${heading}: ${field}. ${why}`)),
    ),
    ...rights.map((line) => about("Your rights", line)),
    ...sections.flatMap(linesOf),
  ];
}

const linesOf = ({ heading, records }: ExportedSection): ExportLine[] =>
  records.length === 0
    ? [{ section: heading, record: null, field: "", value: nothingHeld }]
    : records.flatMap((record, index) =>
        Object.entries(record).map(([field, value]) => ({
          section: heading,
          record: index + 1,
          field,
          value: typeof value === "object" && value !== null ? JSON.stringify(value) : value,
        })),
      );
