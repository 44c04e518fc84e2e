// What the server hands to every loader and action.
import type { Db } from "db/client";
import type { Settings } from "~/settings.server";
import type { Clock } from "~/shared/clock";
import type { Ids } from "~/shared/ids";

declare module "@remix-run/node" {
  interface AppLoadContext {
    db: Db;
    clock: Clock;
    ids: Ids;
    settings: Settings;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
