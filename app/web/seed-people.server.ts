// Accounts whose password everyone can read in this repository: a server with real people must not have them.
import type { Db } from "db/client";

/** The demonstration's people all have their address here. The name is reserved, so nobody real has. */
const invented = "@example.org";

/** How many accounts of the demonstration could sign in to this database. */
export const demonstrationPeople = (db: Db): number =>
  Number(
    db.$client
      .prepare("select count(*) from people where disabled_at is null and lower(email) like ?")
      .pluck()
      .get(`%${invented}`),
  );
