// Links that letters would bring, where no letter of the demonstration does.
import { openDatabase } from "db/client";
import { people } from "db/schema";
import { eq } from "drizzle-orm";
import { inject } from "vitest";
import { unsubscribeToken } from "~/domain/notifications/notifications.server";
import { paths } from "~/web/paths";

/** The demonstration's secret is no secret. */
export const noSecret = "only-for-development-and-demonstration";

/** Where somebody stops the news of the offer. */
export function stopsNews(email: string): string {
  const db = openDatabase(inject("databasePath"));
  try {
    const person = db.select({ id: people.id }).from(people).where(eq(people.email, email)).get();
    return paths.unsubscribe(unsubscribeToken(noSecret, { personId: person?.id ?? "", topic: "offer news" }));
  } finally {
    db.$client.close();
  }
}
