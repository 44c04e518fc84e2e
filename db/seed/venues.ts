// Where sessions are held: five invented places, with what people need to know to get in and take part.
import { venues } from "db/schema";
import type { CivilDate } from "~/shared/civil-time";
import { type Seeding, slugOf } from "./seeding";

/** None of these is a real place; no postcode begins with FY99. */
const places = [
  {
    name: "Lantern Row Learning Centre",
    address: "12 Lantern Row, Blackpool",
    postcode: "FY99 1AA",
    access:
      "Step-free from the street. Lift to all floors. Hearing loop in every room. Accessible toilet on each floor. Two marked parking bays by the door.",
  },
  {
    name: "Marram Point Family Hub",
    address: "3 Marram Point, Blackpool",
    postcode: "FY99 2BB",
    access:
      "Step-free, all on one floor. Accessible toilet and changing place. Quiet room. Hearing loop at the front desk only.",
  },
  {
    name: "Sandgrown Hall",
    address: "Sandgrown Square, Blackpool",
    postcode: "FY99 3CC",
    access:
      "Ramp at the side door: ring the bell. Accessible toilet. Hearing loop. No parking; the tram stops outside.",
  },
  {
    name: "Gull Street Rooms",
    address: "40 Gull Street, Blackpool",
    postcode: "FY99 4DD",
    access:
      "Two steps at the door, with a ramp on request. Training room on the ground floor. Accessible toilet.",
  },
  {
    name: "Breakwater House",
    address: "1 Breakwater Way, Blackpool",
    postcode: "FY99 5EE",
    access:
      "Step-free. Lift. Hearing loop. Accessible toilets. Adjustable desks. Guide dogs welcome; water bowl at the desk.",
  },
];

const venueId = (name: string) => `venue-${slugOf(name)}`;

export function seedVenues({ db }: Seeding): void {
  for (const place of places)
    db.insert(venues)
      .values({ id: venueId(place.name), ...place })
      .run();
}

/** A venue that nobody has on these days; the least bad one where all are taken. */
export function freeVenue(taken: Set<string>, first: number, meetings: { date: CivilDate }[]): string {
  const inTurn = places.map((_, turn) => venueId(places[(first + turn) % places.length]?.name ?? ""));
  const isFree = (id: string) => meetings.every(({ date }) => !taken.has(`${id} ${date}`));
  const id = inTurn.find(isFree) ?? inTurn[0] ?? "";
  for (const { date } of meetings) taken.add(`${id} ${date}`);
  return id;
}
