// What the page of one form shows: its questions and what was typed so far, or why there is nothing to answer.
import {
  type EvaluationKey,
  mayAnswer,
  readDraft,
  readFormParts,
  readInstrument,
  readSubject,
  timesOf,
} from "~/domain/evaluations/evaluations.server";
import { plainDateAt } from "~/shared/format";
import { doneIn } from "~/web/done";
import type { Visit } from "~/web/enter.server";
import { untilInWords } from "~/web/evaluation-until";
import { paths } from "~/web/paths";

const doneInWords = { saved: "Your answers so far are saved" };

/** Whoever asks holds the key. @throws NotFound */
export function readPage(visit: Visit, key: EvaluationKey, token: string) {
  const { stage } = key;
  const now = visit.clock.now();
  const subject = readSubject(visit, key.bookingId);
  const { courseTitle } = subject;
  const { title, introduction, items, id, courseInstrumentId } = readInstrument(
    visit,
    stage,
    subject.courseId,
  );
  const may = mayAnswer(stage, subject, now);
  const times = timesOf(stage, subject);
  const asked = { stage, title, courseTitle };
  if (!may.open) {
    const opensOn = times && now < times.opensAt && times.opensAt !== 0 ? plainDateAt(times.opensAt) : null;
    return { ...asked, closed: { because: may.because, opensOn } };
  }
  const until = times && (may.keptApart === null ? times.inTimeUntil : times.closesAt);
  return {
    ...asked,
    closed: null,
    introduction,
    items,
    shown: { id, courseInstrumentId },
    keptApart: may.keptApart,
    // Before the training, until when hangs on a register that nobody has finished yet.
    until: until && Number.isFinite(until) ? untilInWords(until) : null,
    ...readFormParts(visit, key),
    draft: readDraft(visit, key),
    saved: doneIn(doneInWords, visit.url.searchParams),
    // A form without an address would keep the #field of an error it was sent from.
    address: visit.url.pathname,
    draftAddress: paths.evaluationDraft(token),
  };
}

export type OpenPage = Extract<ReturnType<typeof readPage>, { closed: null }>;
export type ClosedPage = Exclude<ReturnType<typeof readPage>, OpenPage>;
