// What may stand between double curly brackets, what it means, and an example.
import { Table } from "~/components/table";
import type { WordingPage } from "./route";

const columns = [
  { key: "name", heading: "Placeholder" },
  { key: "meaning", heading: "What it stands for" },
  { key: "example", heading: "For example" },
  { key: "rules", heading: "Rules" },
];

type Placeholder = WordingPage["placeholders"][number];

const rulesOf = ({ alone, needed, personal }: Placeholder) =>
  [
    needed ? "Has to be in the letter." : "",
    alone ? "Has a paragraph to itself." : "",
    personal ? "Personal: not in the subject." : "",
  ]
    .filter((rule) => rule !== "")
    .join(" ");

export const Placeholders = ({ placeholders }: { placeholders: Placeholder[] }) => (
  <>
    <h2 className="govuk-heading-l">Placeholders</h2>
    <p className="govuk-body">
      Each is filled in for the person who gets the letter. One that says “if” may be empty, and then leaves
      no gap.
    </p>
    <Table
      caption="Placeholders of this letter"
      captionSize="hidden"
      columns={columns}
      rows={placeholders.map((one) => ({
        id: one.name,
        cells: {
          name: <code>{`{{${one.name}}}`}</code>,
          meaning: one.meaning ?? "See the example",
          example: <span className="app-typed">{one.example}</span>,
          rules: rulesOf(one),
        },
      }))}
    />
  </>
);
