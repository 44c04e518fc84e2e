// A delivered session's people as reports ask for them: all together, by how many, and by agency where one is asked for.
import { type CountsReader, countsReader, type KeptCounts, keepCounts, type SumCounts } from "./counts";
import { readSums, writeSums } from "./kept-sums";
import { addWithinSession, type Sums } from "./sums";

export type Room = {
  /** Ids, in their order. */
  agencies: readonly string[];
  /** How many of an agency by its place in `agencies`; holds until the next is asked for. */
  countsOf: (agency: number) => SumCounts;
  whole: () => Sums;
  sumsOf: (agency: string) => Sums | undefined;
  byAgency: () => Record<string, Sums>;
};

/** A row of session_figures. */
type KeptRoom = { sums: string; counts: string; agencies: string };

/** As it is kept; agencies in the order of their ids, in which they are added up. */
export function writeRoom(sums: ReadonlyMap<string, Sums>): KeptRoom {
  const byAgency = new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
  const all = [...byAgency.values()];
  return {
    sums: writeSums(addWithinSession(all)),
    counts: JSON.stringify(keepCounts(byAgency)),
    agencies: all.map(writeSums).join("\n"),
  };
}

/**
 * What `writeRoom` wrote: counts at once, sums when they are first asked for.
 * @param kept agencies as bytes, for they are most of it and mostly stay unread
 */
export function readRoom(kept: Omit<KeptRoom, "agencies"> & { agencies: Buffer }): Room {
  const { numbers: list, ...counts }: KeptCounts = JSON.parse(kept.counts);
  const { agencies } = counts;
  const numbers = Int32Array.from(list);
  const read: CountsReader = countsReader(counts);
  let whole: Sums | null = null;
  const lines = () => kept.agencies.toString().split("\n");
  return {
    agencies,
    countsOf: (agency) => read(numbers, agency),
    whole: () => {
      whole ??= readSums(kept.sums);
      return whole;
    },
    sumsOf: (agency) => {
      const line = agencies.includes(agency) ? lines()[agencies.indexOf(agency)] : undefined;
      return line === undefined ? undefined : readSums(line);
    },
    byAgency: () => {
      const all = lines();
      return Object.fromEntries(agencies.map((id, index) => [id, readSums(all[index] ?? "")]));
    },
  };
}

type Session = { sums: Record<string, Sums> };

const rooms = new WeakMap<Session, Room>();

/** From then on the session is looked at by way of this room. */
export function furnish<One extends Session>(session: One, room: Room): One {
  rooms.set(session, room);
  return session;
}

/** The room of a session that was read from the database, or one made of the session's own sums. */
export function roomOf(session: Session): Room {
  const found = rooms.get(session) ?? roomFrom(session.sums);
  rooms.set(session, found);
  return found;
}

function roomFrom(sums: Record<string, Sums>): Room {
  const agencies = Object.keys(sums);
  const all = Object.values(sums);
  let whole: Sums | null = null;
  return {
    agencies,
    countsOf: (agency) => all[agency] as Sums,
    whole: () => {
      whole ??= addWithinSession(all);
      return whole;
    },
    sumsOf: (agency) => (Object.hasOwn(sums, agency) ? sums[agency] : undefined),
    byAgency: () => sums,
  };
}
