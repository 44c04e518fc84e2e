// What some want to know before they book: whose course, who teaches, access, materials, and how to give a place up.
import { SummaryList } from "~/components/summary-list";
import type { BoardMark } from "~/domain/catalogue/catalogue";
import { Boards } from "~/web/session-result";
import type { ShownSession } from "./page-data.server";

const partInWords = {
  lead: "Lead trainer",
  "co-trainer": "Co-trainer",
  "lived experience": "Parent with lived experience",
};

type ParticularsProps = {
  boards: BoardMark[];
  session: Pick<ShownSession, "venue" | "room" | "trainers" | "materials" | "cancelling" | "status">;
};

export function Particulars({ boards, session }: ParticularsProps) {
  const { venue, room, trainers, materials } = session;
  return (
    <SummaryList
      rows={[
        { key: "Boards", value: <Boards boards={boards} short={false} /> },
        {
          key: "Trainers",
          value:
            trainers.length === 0
              ? "To be confirmed"
              : trainers.map((trainer) => (
                  <span key={`${trainer.part} ${trainer.agencyName}`} className="app-line">
                    {partInWords[trainer.part]}, {trainer.agencyName}
                  </span>
                )),
        },
        ...(venue
          ? [
              {
                key: "Access",
                value: (
                  <>
                    <span className="app-line">{venue.access}</span>
                    {room?.access && (
                      <span className="app-line">
                        {room.name}: {room.access}
                      </span>
                    )}
                  </>
                ),
              },
            ]
          : []),
        ...(materials.length > 0
          ? [
              {
                key: "Materials",
                value: materials.map((material) => (
                  <span key={material.url} className="app-line">
                    <a className="govuk-link" href={material.url} rel="noreferrer">
                      {material.title}
                    </a>
                  </span>
                )),
              },
            ]
          : []),
        ...(session.status === "cancelled"
          ? []
          : [
              {
                key: "Cancelling",
                value: `${session.cancelling} Please do it as early as you can: someone may be waiting.`,
              },
            ]),
      ]}
    />
  );
}
