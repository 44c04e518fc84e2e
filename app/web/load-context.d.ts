// What the server hands to every loader and action.
import type { Db } from "db/client";
import type { Settings } from "~/settings.server";
import type { Clock } from "~/shared/clock";
import type { Ids } from "~/shared/ids";
import type { Limits } from "./limits.server";
import type { Notes } from "./notes.server";

declare module "@remix-run/node" {
  interface AppLoadContext {
    db: Db;
    clock: Clock;
    ids: Ids;
    settings: Settings;
    /** What a person can quote when something went wrong; it stands in the log. */
    reference: string;
    /** The client's network address. */
    address: string;
    limits: Limits;
    notes: Notes;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
