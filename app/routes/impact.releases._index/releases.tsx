// The reports, the newest number first.
import { Table } from "~/components/table";
import { plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { releaseName, shortPeriod, standingInShort } from "~/web/release-words";
import type { ReleasesPage } from "./route";

export function Releases({ page: { releases, readsFigures } }: { page: ReleasesPage }) {
  return (
    <Table
      caption={readsFigures ? "All reports" : "Public reports"}
      columns={[
        { key: "title", heading: "Report" },
        { key: "period", heading: "About" },
        { key: "signed", heading: "Signed off" },
        ...(readsFigures ? [{ key: "standing", heading: "Standing" }] : []),
      ]}
      rows={releases.map((release) => ({
        id: release.id,
        cells: {
          title: (
            <a className="govuk-link" href={paths.release(release.id)}>
              {releaseName(release)}
            </a>
          ),
          period: shortPeriod(release),
          signed: release.signedOffAt === null ? "Not yet" : plainDateAt(release.signedOffAt),
          standing: standingInShort(release),
        },
      }))}
    />
  );
}
