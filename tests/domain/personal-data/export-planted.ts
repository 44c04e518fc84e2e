// Rows made from the schema itself: one in every table that the map ties to people, each text in it telling whose it is.
import { type Column, getTableColumns, getTableName } from "drizzle-orm";
import type { World } from "tests/support/world";
import { keysThatTellOf } from "~/domain/personal-data/export-letters";
import type { Deed, Mapped, Shown, Way } from "~/domain/personal-data/export-map";

export type Someone = {
  mark: string;
  id: string;
  address: string;
  bookingId: string;
  assessmentId: string;
  learningId: string;
  chargeId: string;
  respondentId: string;
  commitmentId: string;
  letterId: string;
};

export const someone = (mark: string): Someone => ({
  mark,
  id: `${mark}PersonId`,
  address: `${mark}@police.example.org`,
  bookingId: `${mark}BookingId`,
  assessmentId: `${mark}AssessmentId`,
  learningId: `${mark}LearningId`,
  chargeId: `${mark}ChargeId`,
  respondentId: `${mark}RespondentId`,
  commitmentId: `${mark}CommitmentId`,
  letterId: `${mark}LetterId`,
});

/** What leads to someone, in a column of this way. */
function anchorOf(way: Way, someone: Someone): string {
  const { id, address, bookingId, assessmentId, learningId, chargeId, respondentId } = someone;
  const { commitmentId, letterId } = someone;
  if (way.by === "person") return id;
  if (way.by === "booking") return bookingId;
  if (way.by === "self-assessment") return assessmentId;
  if (way.by === "external learning") return learningId;
  if (way.by === "charge") return chargeId;
  if (way.by === "respondent") return respondentId;
  if (way.by === "commitment") return commitmentId;
  if (way.by === "letter") return letterId;
  // In capitals: nobody's address is told apart by them.
  return way.by === "address" ? address.toUpperCase() : `${keysThatTellOf(id)[0]}agency/lead`;
}

/** What is theirs by its own number, and what checks of the database and kinds in the code ask for. */
type Lead = Record<string, unknown>;
const givenFor: Record<string, (one: Someone, lead: Lead) => Record<string, unknown>> = {
  people: ({ id, mark, address }) => ({
    id,
    name: `${mark} Name`,
    email: address,
    disabledAt: null,
    mergedIntoId: null,
    erasedAt: null,
  }),
  bookings: ({ bookingId }) => ({ id: bookingId, offerEndsAt: null }),
  self_assessments: ({ assessmentId }) => ({ id: assessmentId }),
  charges: ({ chargeId }) => ({ id: chargeId }),
  respondents: ({ respondentId }) => ({ id: respondentId, unlinkedAt: null }),
  commitments: ({ commitmentId }) => ({ id: commitmentId, position: 1, sure: 5 }),
  commitment_follow_ups: () => ({ seen: null }),
  external_learning: ({ learningId }) => ({ id: learningId, state: "accepted" }),
  // One of them is the letter that reports are about.
  outbox: ({ letterId }, lead) => ({
    kind: "welcome",
    droppedBecause: null,
    ...(Object.keys(lead).join() === "toPersonId" && { id: letterId }),
  }),
};

let planted = 0;

/** Any value that the column takes; a text says whose it is, and somebody else stands in it where they may. */
function valueFor(column: Column, shown: Shown | undefined, mark: string, passerBy: Someone): unknown {
  planted += 1;
  if (shown?.as === "who") return passerBy.id;
  if (shown?.as === "page") return `POST /admin/people/${passerBy.id}/merge?q=${passerBy.address}`;
  if (column.enumValues?.length) return column.enumValues[0];
  const text = `${mark}-${column.name}-${planted}`;
  if (column.columnType === "SQLiteTextJson")
    return shown?.as === "without others"
      ? { note: text, of: passerBy.id, to: [`To ${passerBy.address}, and more`] }
      : { note: text };
  if (column.dataType === "number") return 1_000_000 + planted;
  return column.dataType === "boolean" ? true : text;
}

const columnsOf = (mapped: Mapped): Record<string, Shown | undefined> =>
  mapped.holds === "people" ? mapped.columns : {};

/** Inserts a row with every column filled, save for the ways to it that are not in `lead`. */
function insert(
  world: World,
  mapped: Mapped,
  whose: Someone,
  lead: Record<string, unknown>,
  markOf: (column: string) => string,
  passerBy: Someone,
) {
  const columns = columnsOf(mapped);
  const ways = mapped.holds === "people" ? mapped.found : [];
  const blank = ways.flatMap((way) =>
    way.by === "address" && way.unless ? [way.column, way.unless] : [way.column],
  );
  const values = Object.entries(getTableColumns(mapped.table)).map(([name, column]) => [
    name,
    blank.includes(name) && !column.notNull ? null : valueFor(column, columns[name], markOf(name), passerBy),
  ]);
  const given = givenFor[getTableName(mapped.table)]?.(whose, lead) ?? {};
  const row = { ...Object.fromEntries(values), ...given, ...lead };
  world.db
    .insert(mapped.table)
    .values(row as never)
    .run();
  return row;
}

export const markedIn = (held: unknown, mark: string): string[] =>
  JSON.stringify(held).match(new RegExp(`${mark}-[a-z_]+-\\d+`, "g")) ?? [];

/** One row about someone for each way by which the map finds theirs. @returns what an export should hold of each */
export function plantRows(world: World, mapped: Mapped, whose: Someone, passerBy: Someone) {
  if (mapped.holds === "nobody") return [];
  const { columns, found, heading } = mapped;
  const markOf = (name: string) => (columns[name]?.as === "held, not shown" ? "hidden" : whose.mark);
  return found.map((way) => {
    const row = insert(world, mapped, whose, { [way.column]: anchorOf(way, whose) }, markOf, passerBy);
    return { heading, texts: markedIn(row, whose.mark) };
  });
}

/** A row of `other`'s in which `doer` did something. @returns what an export of the doer's should hold of it */
export function plantDeed(world: World, mapped: Mapped, deed: Deed, doer: Someone, other: Someone) {
  const [way] = deed.found;
  const whose = mapped.holds === "people" ? mapped.found[0] : undefined;
  if (!way) throw new Error("A deed is found in no way.");
  const lead = {
    ...(whose && whose.column !== way.column && { [whose.column]: anchorOf(whose, other) }),
    [way.column]: anchorOf(way, doer),
  };
  const markOf = (name: string) => (deed.columns[name] ? "deed" : other.mark);
  const row = insert(world, mapped, other, lead, markOf, other);
  return { heading: deed.heading, texts: markedIn(row, "deed") };
}
