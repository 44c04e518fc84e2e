// Two accounts, fact by fact.
import { Table } from "~/components/table";
import { type MergeSide, mergeKinds } from "~/domain/personal-data/personal-data";
import { plainDateAt } from "~/shared/format";
import { countIn, rolesInWords, standingInWords } from "./merge-words";

const headings: Record<string, string> = {
  bookings: "Bookings",
  certificates: "Certificates",
  externalLearning: "Learning elsewhere",
  selfAssessments: "Self-assessments",
  charges: "Charges",
  sessionsTaught: "Sessions taught",
  approvals: "Approvals to teach",
  identities: "Single sign-on",
  messages: "Messages",
  complaints: "Complaints",
};

/** `other`: the account beside it; kinds of records that neither has are left out of both. */
function factsOf(side: MergeSide, other: MergeSide): [heading: string, fact: string][] {
  return [
    ["Name", side.name],
    ["Email address", side.email],
    ["Agency", side.agencyName],
    ["Kind of work", side.kindOfWork ?? "Not known"],
    ["Account", standingInWords(side)],
    ["Made on", plainDateAt(side.createdAt)],
    ["Roles", rolesInWords(side)],
    ["Access or dietary needs", side.hasNeeds ? "Told" : "None told"],
    ...mergeKinds.flatMap((kind): [string, string][] =>
      headings[kind] && side.holds[kind] + other.holds[kind] > 0
        ? [[headings[kind], countIn(side.holds, kind)]]
        : [],
    ),
  ];
}

export function SideBySide({ from, into }: { from: MergeSide; into: MergeSide }) {
  const kept = factsOf(into, from);
  return (
    <Table
      caption="The two accounts"
      columns={[
        { key: "fact", heading: "What" },
        { key: "into", heading: "This account stays" },
        { key: "from", heading: "This account closes" },
      ]}
      rows={factsOf(from, into).map(([fact, closing], index) => ({
        id: fact,
        cells: { fact, into: kept[index]?.[1], from: closing },
      }))}
    />
  );
}
