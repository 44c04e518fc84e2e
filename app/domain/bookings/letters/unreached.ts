// Whether mail to the person of the outer query comes back.
import { addressStops, people } from "db/schema";
import { sql } from "drizzle-orm";

/** Mail that was called unwanted did arrive. */
export const isUnreached = sql`exists (select 1 from ${addressStops}
  where ${addressStops.email} = lower(${people.email}) and ${addressStops.because} = 'bounced')`;
