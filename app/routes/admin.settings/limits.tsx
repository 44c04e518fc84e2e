// How long people stay signed in: a fact of the service, not a setting.
import { Table } from "~/components/table";
import { timeLeft } from "~/shared/format";
import type { SettingsPage } from "./route";

type Limit = SettingsPage["limits"]["learners"];

export function Limits({ limits }: Pick<SettingsPage, "limits">) {
  const rows: [id: string, who: string, limit: Limit][] = [
    ["learners", "People without a role", limits.learners],
    ["trainers", "Trainers", limits.trainers],
    ["others", "Everyone with another role", limits.others],
  ];
  return (
    <>
      <Table
        caption="How long people stay signed in"
        columns={[
          { key: "who", heading: "Who" },
          { key: "idle", heading: "Unused for" },
          { key: "longest", heading: "At most" },
        ]}
        rows={rows.map(([id, who, { idle, longest }]) => ({
          id,
          cells: { who, idle: timeLeft(0, idle), longest: timeLeft(0, longest) },
        }))}
      />
      <p className="govuk-body">
        These are fixed: a shorter time protects those who see other people’s records.
      </p>
    </>
  );
}
