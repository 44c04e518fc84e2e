// What some want to know before they book: whose course, who teaches, access, and how to give a place up.
import { SummaryList } from "~/components/summary-list";
import type { BoardMark } from "~/domain/catalogue/catalogue";
import type { AssignedTrainer } from "~/domain/sessions/sessions";
import { longDateTimeAt } from "~/shared/format";
import { Boards } from "~/web/session-result";

type ParticularsProps = {
  boards: BoardMark[];
  session: {
    startsAt: number;
    venue: { access: string } | null;
    trainers: Pick<AssignedTrainer, "part" | "agencyName">[];
  };
};

const partInWords = {
  lead: "Lead trainer",
  "co-trainer": "Co-trainer",
  "lived experience": "Parent with lived experience",
};

export function Particulars({ boards, session }: ParticularsProps) {
  return (
    <SummaryList
      rows={[
        { key: "Boards", value: <Boards boards={boards} short={false} /> },
        {
          key: "Trainers",
          value:
            session.trainers.length === 0
              ? "To be confirmed"
              : session.trainers.map((trainer) => (
                  <span key={`${trainer.part} ${trainer.agencyName}`} className="app-line">
                    {partInWords[trainer.part]}, {trainer.agencyName}
                  </span>
                )),
        },
        ...(session.venue ? [{ key: "Access", value: session.venue.access }] : []),
        {
          key: "Cancelling",
          value: `You can give up your place here until ${longDateTimeAt(session.startsAt)}. Please do it as early as you can: someone may be waiting.`,
        },
      ]}
    />
  );
}
