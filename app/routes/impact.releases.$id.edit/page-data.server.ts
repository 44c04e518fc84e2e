// A draft as its writers see it.
import { releaseSections } from "~/domain/impact/impact";
import { listPracticeMeasures, partsOf, periodOf, readDraft } from "~/domain/impact/impact.server";
import { measureHeading } from "~/domain/impact/wording";
import { NotFound } from "~/shared/problems";
import type { SignedInVisit } from "~/web/enter.server";

/** @throws NotFound where there is no such draft: a report that is in review is sent back before it is changed */
export function draftOf(visit: SignedInVisit, id: string) {
  const draft = readDraft(visit, id);
  const period = periodOf(draft.from, draft.until);
  if (!period) throw new NotFound("release");
  const texts = new Map(draft.narratives.map(({ section, text }) => [section, text]));
  return {
    id,
    number: null,
    title: draft.title,
    chosen: draft.parts,
    parts: partsOf(visit, period).map(({ id: part, kind, name }) => ({ id: part, kind, name })),
    narratives: releaseSections.map((section) => ({ section, text: texts.get(section) ?? "" })),
    actions: draft.actions,
    measures: listPracticeMeasures(visit).map((measure) => ({
      number: measure.number,
      heading: measureHeading(measure),
    })),
  };
}
