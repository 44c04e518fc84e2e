// Everything that is held on a person as a file to keep, for themselves or for who answers their request.
import { exportAsJson, exportAsLines, exportColumns } from "~/domain/personal-data/personal-data";
import { exportPersonalData } from "~/domain/personal-data/personal-data.server";
import { logDeed } from "~/log.server";
import { civilDateAt } from "~/shared/civil-time";
import { csvOf, download } from "./downloads.server";
import type { SignedInVisit } from "./enter.server";
import { tooMany } from "./limits.server";

type Asked = Parameters<typeof logDeed>[0];

/** Counted for the person who takes it, and logged. @throws Response, NotFound */
export async function personalDataFile(
  asked: Asked,
  visit: SignedInVisit,
  wanted: { personId: string; format: "json" | "csv" },
): Promise<Response> {
  const taken = await asked.context.limits.take("downloadsOfPerson", visit.person.id);
  if (!taken.ok) throw tooMany(taken.retryAfterSeconds);
  const data = exportPersonalData(visit, wanted);
  const { personId, format } = wanted;
  logDeed(asked, { deed: "personal-data.exported", aboutPersonId: personId, detail: { format } });
  // Whose it is stands inside: the name of a file is seen in more places than the file.
  const name = `personal-data-${civilDateAt(visit.clock.now())}.${format}`;
  return format === "json"
    ? download(name, "application/json", exportAsJson(data))
    : download(name, "text/csv", csvOf(exportColumns, exportAsLines(data)));
}
