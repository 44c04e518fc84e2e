// What the page of a form would show of a set, with an example where it shows something of the learner's.
import { readCourse } from "~/domain/catalogue/catalogue.server";
import { previewInstrument, readAskedCourse, readSet } from "~/domain/evaluations/evaluations.server";
import type { SignedInVisit } from "~/web/enter.server";
import { paths } from "~/web/paths";

const followsUp = ["T3", "M", "T4"];
const example = {
  id: "example",
  what: "Ask what the child or the adult wants, each time I write a plan",
  byWhen: "By the end of March",
  withWhom: "My team",
};

/** @throws NotFound */
export function readPreview(visit: SignedInVisit, id = "") {
  const set = readSet(visit, id);
  const slug = set.courseId === null ? visit.url.searchParams.get("course") || null : null;
  const chosen = slug === null ? null : readCourse(visit, slug);
  const own = set.courseId === null ? null : readAskedCourse(visit, set.courseId);
  const asked = previewInstrument(visit, { instrumentId: id, courseId: chosen?.id ?? null });
  const { stage, title, introduction, items } = asked;
  const page = {
    stage,
    title,
    courseTitle: own?.title ?? chosen?.title ?? "The title of the course",
    introduction,
    items,
    until: null,
    learnerName: stage === "M" ? "The learner’s name" : null,
    commitments: followsUp.includes(stage) ? [example] : [],
    managerEmail: stage === "T2" || stage === "T3" ? "the.line.manager@their.organisation" : null,
    address: paths.previewInstrument(id, slug ?? undefined),
  };
  return { set, page, course: chosen?.slug ?? null };
}

export type PreviewedPage = ReturnType<typeof readPreview>["page"];
