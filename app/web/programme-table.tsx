// Sessions as rows: when, what, how full, who waits, what is lacking, and what to do about it.
import { type Column, Table } from "~/components/table";
import { Tag, type TagColour } from "~/components/tag";
import { type Lack, lacksOf, type ProgrammeOrder, type ProgrammeSession } from "~/domain/bookings/bookings";
import type { SessionStatus } from "~/domain/sessions/sessions";
import { counted, shortDate, timeRange } from "~/shared/format";
import { paths } from "./paths";
import type { Order } from "./programme-filters";
import { placeOf } from "./session-result";

export type Sorting = {
  order: Order;
  hrefFor: (by: ProgrammeOrder, direction: Order["direction"]) => string;
};

type Props = {
  caption: string;
  sessions: ProgrammeSession[];
  sorting?: Sorting;
  /** Boxes for doing something with several drafts at once; the id of their form. */
  tick?: { formId: string; all: boolean };
};

export function ProgrammeTable({ caption, sessions, sorting, tick }: Props) {
  const columns: Column[] = [
    { key: "when", heading: "When", ...sortOf("date", sorting) },
    { key: "course", heading: "Course", rowHeader: true, ...sortOf("course", sorting) },
    { key: "places", heading: "Places taken", numeric: true, ...sortOf("free", sorting) },
    { key: "waiting", heading: "Waiting", numeric: true, ...sortOf("waiting", sorting) },
    { key: "lacks", heading: "To see to" },
    { key: "action", heading: "Action", headingHidden: true },
  ];
  if (tick) columns.unshift({ key: "tick", heading: "Publish" });
  return (
    <Table
      caption={caption}
      dense
      columns={columns}
      rows={sessions.map((session) => ({
        id: session.id,
        cells: {
          tick: tick && session.status === "draft" && <TickBox session={session} {...tick} />,
          when: <When session={session} />,
          course: <Course session={session} />,
          places: `${session.taken} of ${session.capacity}`,
          waiting: session.waiting,
          lacks: <Lacks session={session} />,
          action: <Action session={session} />,
        },
      }))}
    />
  );
}

function sortOf(by: ProgrammeOrder, sorting: Sorting | undefined): Pick<Column, "sort"> {
  if (!sorting) return {};
  const { order, hrefFor } = sorting;
  const now = order.by === by ? order.direction : undefined;
  const direction = now && (now === "asc" ? "ascending" : "descending");
  return { sort: { href: hrefFor(by, now === "asc" ? "desc" : "asc"), ...(direction && { direction }) } };
}

function TickBox({ session, formId, all }: { session: ProgrammeSession; formId: string; all: boolean }) {
  const id = `tick-${session.id}`;
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          type="checkbox"
          id={id}
          name="id"
          value={session.id}
          form={formId}
          defaultChecked={all}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          <span className="govuk-visually-hidden">
            Publish {session.courseTitle}, {shortDate(session.firstDate)}
          </span>
        </label>
      </div>
    </div>
  );
}

function When({ session }: { session: ProgrammeSession }) {
  return (
    <>
      <span className="app-line">{shortDate(session.firstDate)}</span>
      <span className="app-line">{timeRange(session.firstStart, session.firstEnd)}</span>
      {session.meetings > 1 && (
        <span className="app-line">and {counted(session.meetings - 1, "more meeting")}</span>
      )}
    </>
  );
}

const statusTags: Partial<Record<SessionStatus, { words: string; colour: TagColour }>> = {
  draft: { words: "Draft", colour: "grey" },
  closed: { words: "Booking closed", colour: "grey" },
  cancelled: { words: "Cancelled", colour: "red" },
};

function Course({ session }: { session: ProgrammeSession }) {
  const tag = statusTags[session.status];
  return (
    <>
      <a className="govuk-link" href={paths.manageSession(session.id)}>
        {session.courseTitle}
      </a>
      <span className="app-line govuk-!-font-weight-regular">{placeOf(session)}</span>
      {tag && <Tag colour={tag.colour}>{tag.words}</Tag>}
    </>
  );
}

/** What is lacking, as a tag says it. */
export function lackInWords(lack: Lack, session: ProgrammeSession): string {
  if (lack === "minimum") return `${session.confirmed} of at least ${session.minimum} people`;
  if (lack === "room") return "No room";
  if (lack === "link") return "No joining link";
  if (lack === "reach") return `${counted(session.unreached, "person", "people")} not reached by email`;
  if (lack === "answers")
    return `${counted(session.trainersAsked, "trainer has", "trainers have")} not answered`;
  if (session.trainers === 0) return "No trainer";
  return session.trainers === 1 ? "One trainer" : "Trainers of one agency";
}

function Lacks({ session }: { session: ProgrammeSession }) {
  return (
    <>
      {lacksOf(session).map((lack) => (
        <span key={lack} className="app-line">
          <Tag colour={lack === "minimum" || session.trainers === 0 ? "red" : "orange"}>
            {lackInWords(lack, session)}
          </Tag>
        </span>
      ))}
    </>
  );
}

const actions: Record<Lack, { words: string; href: (id: string) => string }> = {
  minimum: { words: "Decide", href: (id) => `${paths.manageSession(id)}#minimum` },
  answers: { words: "Ask the trainer", href: (id) => `${paths.manageSession(id)}#trainers` },
  trainers: { words: "Find a trainer", href: (id) => `${paths.manageSession(id)}#trainers` },
  room: { words: "Choose a room", href: paths.manageSessionEdit },
  link: { words: "Add the link", href: paths.manageSessionEdit },
  reach: { words: "See who", href: (id) => `${paths.manageSession(id)}#bookings` },
};

function Action({ session }: { session: ProgrammeSession }) {
  const [first] = lacksOf(session);
  const { words, href } = first ? actions[first] : { words: "Open", href: paths.manageSession };
  return (
    <a className="govuk-link" href={href(session.id)}>
      {words}
      <span className="govuk-visually-hidden">
        : {session.courseTitle}, {shortDate(session.firstDate)}
      </span>
    </a>
  );
}
