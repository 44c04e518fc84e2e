// The map of personal data: every column of every table, and whose it is. An export follows it, so what it leaves out no
// export holds; a test walks the schema and fails for a table or column that is not here.
import type { Mapped } from "./export-map";
import { accountTables } from "./export-map-accounts";
import { bookingTables } from "./export-map-bookings";
import { tablesAboutNobody } from "./export-map-others";
import { signInTables } from "./export-map-sign-in";
import { trainingTables } from "./export-map-training";

export const personalDataMap: readonly Mapped[] = [
  ...accountTables,
  ...signInTables,
  ...bookingTables,
  ...trainingTables,
  ...tablesAboutNobody,
];
