// The map of personal data: every column of every table, and whose it is. An export follows it, so what it leaves out no
// export holds; a test walks the schema and fails for a table or column that is not here.
import type { Mapped } from "./export-map";
import { accountTables } from "./export-map-accounts";
import { bookingTables } from "./export-map-bookings";
import { evaluationTables } from "./export-map-evaluations";
import { messageTables } from "./export-map-messages";
import { tablesAboutNobody } from "./export-map-others";
import { releaseTables } from "./export-map-releases";
import { signInTables } from "./export-map-sign-in";
import { trainingTables } from "./export-map-training";
import { wordTables } from "./export-map-words";

export const personalDataMap: readonly Mapped[] = [
  ...accountTables,
  ...signInTables,
  ...bookingTables,
  ...trainingTables,
  ...evaluationTables,
  ...wordTables,
  ...releaseTables,
  ...messageTables,
  ...tablesAboutNobody,
];
