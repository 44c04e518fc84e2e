// Where it is, who teaches it, how full it is, and what to bring along.
import { SummaryList } from "~/components/summary-list";
import { counted } from "~/shared/format";
import type { DeliveryPage } from "./route";

export function Arrangements({ page: { session, people, coming } }: { page: DeliveryPage }) {
  const { mode, where, access, joiningLink, trainers, materials, capacity } = session;
  // Whoever is still asked sees how many come, and not who.
  const walkIns = people.filter(({ walkIn }) => walkIn).length;
  const booked = coming - walkIns;
  return (
    <>
      <h2 className="govuk-heading-m">Where and who with</h2>
      <SummaryList
        rows={[
          ...(mode === "online" ? [] : [{ key: "Where", value: where || "Venue to be confirmed" }]),
          ...(mode === "in person" ? [] : [{ key: "Online", value: <Joining link={joiningLink} /> }]),
          ...(access ? [{ key: "Access to the building", value: access }] : []),
          {
            key: "Trainers",
            value:
              trainers.length === 0
                ? "Nobody yet"
                : trainers.map((trainer) => (
                    <span key={trainer.name} className="app-line">
                      {trainer.name}, {trainer.agencyName} ({trainer.part}
                      {trainer.answered || session.status === "draft" ? "" : ", has not answered yet"})
                    </span>
                  )),
          },
          {
            key: "Places",
            value: `${booked} of ${counted(capacity, "place")} booked${
              walkIns > 0 ? `, and ${counted(walkIns, "person", "people")} without a booking` : ""
            }`,
          },
          ...(materials.length > 0 ? [{ key: "Materials", value: <Materials materials={materials} /> }] : []),
        ]}
      />
    </>
  );
}

function Joining({ link }: { link: string | null }) {
  if (!link) return <>There is no joining link yet: ask a coordinator.</>;
  return (
    <a className="govuk-link" href={link}>
      {link}
    </a>
  );
}

function Materials({ materials }: { materials: DeliveryPage["session"]["materials"] }) {
  return (
    <>
      {materials.map(({ id, title, url }) => (
        <span key={id} className="app-line">
          <a className="govuk-link" href={url}>
            {title}
          </a>
        </span>
      ))}
    </>
  );
}
