// My record as a CSV file: sessions attended and learning elsewhere, one a line.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listLearningOf, listTrainingOf } from "~/domain/certificates/certificates.server";
import { civilDateAt } from "~/shared/civil-time";
import { csvOf, download } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";

export const handle = { access: "signed in" } as const;

const columns = [
  "kind",
  "training",
  "given by",
  "completed on",
  "hours",
  "attendance",
  "came without a booking",
  "competencies",
  "certificate",
  "valid until",
] as const;

const hours = (minutes: number) => Math.round((minutes / 60) * 100) / 100;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const sessions = listTrainingOf(visit, visit.person.id)
      .filter(({ state }) => state !== "did not attend")
      .map((done) => ({
        kind: "session",
        training: done.courseTitle,
        "given by": null,
        "completed on": done.completedOn,
        // Only whole sessions count; part of one is not measured, which is not 0.
        hours: done.state === "attended" ? hours(done.minutes) : null,
        attendance: done.state,
        "came without a booking": done.walkIn,
        competencies: done.competencies.join("; "),
        certificate: done.certificateNumber,
        "valid until": done.expiresOn,
      }));
    const elsewhere = listLearningOf(visit, visit.person.id)
      .filter(({ state }) => state === "accepted")
      .map((learning) => ({
        kind: "learning elsewhere",
        training: learning.title,
        "given by": learning.provider,
        "completed on": learning.completedOn,
        hours: hours(learning.minutes),
        attendance: null,
        "came without a booking": null,
        competencies: learning.competencies.map(({ name }) => name).join("; "),
        certificate: null,
        "valid until": learning.validUntil,
      }));
    const name = `training-record-${civilDateAt(visit.clock.now())}.csv`;
    return download(name, "text/csv", csvOf(columns, [...sessions, ...elsewhere]));
  });
