// The plan of the house: its rooms from the ground up, their doors, and the names of its other parts.
import { type Source, withoutEnding } from "./source";

/** The rooms, lowest first: each may use those before it. (Notifications below accounts is a recorded decision.) */
export const rooms: readonly string[] = [
  "audit",
  "calendars",
  "notifications",
  "accounts",
  "learning",
  "catalogue",
  "trainers",
  "terms",
  "sessions",
  "charges",
  "bookings",
  "evaluations",
  "certificates",
  "needs",
  "impact",
  "personal-data",
];

const anyRoom = rooms.join("|");
/** A room's door is `<room>.server`; its words are `<room>`. Impact has words of two more kinds that pages need. */
export const words = new RegExp(`^app/domain/((${anyRoom})/\\2|impact/wording|impact/disclosure/[a-z-]+)$`);
export const doors = new RegExp(`^app/domain/(${anyRoom})/\\1\\.server$`);
export const inARoom = new RegExp(`^app/domain/(${anyRoom})/`);
export const ground = /^app\/domain\/context$/;
export const shared = /^app\/shared\//;
export const components = /^app\/components\//;
export const web = /^app\/web\//;
export const addresses = /^app\/web\/paths$/;
export const log = /^app\/log\.server$/;
export const settings = /^app\/settings\.server$/;
export const worker = /^app\/worker\.server$/;
export const styles = /^app\/styles\//;
export const database = /^db\/(client|schema)$/;
export const anyOfDb = /^db\//;
export const emails = /^emails\//;

export const storage = /^(drizzle-orm|better-sqlite3|lucia|@lucia-auth)/;
export const browserAndServer = /^(@remix-run|react$|react-dom|react-email|express|helmet|compression|vite)/;

export const ofTheServer = new RegExp(`${storage.source}|^node:`);

export const idOf = (source: Source) => withoutEnding(source.path);
