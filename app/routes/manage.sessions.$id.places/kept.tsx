// What is kept now: for whom, how many are used, until when.
import { EmptyState } from "~/components/empty-state";
import { Table } from "~/components/table";
import { modeInWords } from "~/domain/sessions/sessions";
import { lastMomentInWords } from "~/domain/terms/terms";
import { counted, listed } from "~/shared/format";
import { paths } from "~/web/paths";
import type { PlacesPage } from "./route";
import { kindInWords } from "./words";

export function Kept({ page }: { page: PlacesPage }) {
  return (
    <>
      <p className="govuk-body">
        {listed(
          page.modes.map(
            (mode) =>
              `${counted(Math.max(0, page.free[mode]), "place")} free${page.modes.length > 1 ? ` ${modeInWords[mode].toLowerCase()}` : ""}`,
          ),
        )}
        {page.kept > 0 && `, ${page.kept} of them kept by quotas`}.{" "}
        {counted(page.waiting, "person waits", "people wait")}.{" "}
        <a className="govuk-link" href={paths.manageQueue(page.sessionId)}>
          See the waiting list
        </a>
      </p>
      {page.held.length === 0 ? (
        <EmptyState title="No places are kept" text="Every free place is for anyone to book." />
      ) : (
        <Table
          caption="Places kept"
          dense
          columns={[
            { key: "agency", heading: "Agency" },
            { key: "kind", heading: "How" },
            ...(page.modes.length > 1 ? [{ key: "mode", heading: "Where" }] : []),
            { key: "places", heading: "Places", numeric: true },
            { key: "used", heading: "Used", numeric: true },
            { key: "until", heading: "Kept until" },
            { key: "action", heading: "Action", headingHidden: true },
          ]}
          rows={page.held.map((held) => ({
            id: held.id,
            cells: {
              agency: held.agencyName,
              kind: kindInWords[held.kind],
              mode: modeInWords[held.mode],
              places: held.places,
              used: held.used,
              until: lastMomentInWords(held.releasesAt),
              action: (
                <a className="govuk-link" href={paths.managePlaces(page.sessionId, { "give-back": held.id })}>
                  Give back<span className="govuk-visually-hidden"> the places of {held.agencyName}</span>
                </a>
              ),
            },
          }))}
        />
      )}
    </>
  );
}
