// Two releases of the impact report: one signed off and made public, one in review. Words from evaluations are read first.
import {
  countWordsToRead,
  listWords,
  readComment,
  type Words,
} from "~/domain/evaluations/evaluations.server";
import {
  commentOnRelease,
  draftRelease,
  publishRelease,
  refreshFigures,
  sendForReview,
  setAction,
  signOff,
  writeNarrative,
} from "~/domain/impact/impact.server";
import { addDays, addMonths, type CivilDate, civilDateAt } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import { plainDate } from "~/shared/format";
import type { Diary } from "./diary";
import { changesRedacted } from "./said";
import { known, must, type Seeding } from "./seeding";

/** The quarter that ended last before a day. */
function quarterBefore(day: CivilDate): { from: CivilDate; until: CivilDate } {
  const month = Number(day.slice(5, 7));
  const until = `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
  return { from: addMonths(until, -3), until };
}

/** "April to June 2026" */
const quarterInWords = ({ from, until }: { from: CivilDate; until: CivilDate }) =>
  `${plainDate(from).split(" ")[1]} to ${plainDate(addDays(until, -1)).replace(/^\d+ /, "")}`;

export function planReleases(seeding: Seeding, diary: Diary, people: ReadonlyMap<string, string>): void {
  const { now } = seeding;
  const as = (email: string) => seeding.as(known(people, email));
  const coordinator = () => as("coordinator@example.org");
  diary.plan(now - days(16), () => readSome(coordinator()));
  // Long enough ago that most of what is asked weeks later is in.
  const first = quarterBefore(addDays(civilDateAt(now), -110));
  const second = quarterBefore(addDays(civilDateAt(now), -20));
  diary.plan(now - days(15), () => {
    refreshFigures(seeding.asSystem);
    const title = `Impact of the joint training offer, ${quarterInWords(first)}`;
    const { releaseId } = must(draftRelease(coordinator(), { title, ...first, parts: [] }));
    const write = (section: "learning" | "practice", text: string) =>
      must(writeNarrative(coordinator(), releaseId, { section, text }));
    write(
      "learning",
      "People leave more confident. They are least sure that they can challenge another agency, before and after. We want every course to practise it.",
    );
    write(
      "practice",
      "Most commitments that people told us about were done. For too many we do not know: nobody answered.",
    );
    must(
      setAction(coordinator(), releaseId, {
        id: null,
        finding: "Challenging another agency stays the lowest answer",
        action: "Add an exercise in escalating to every whole-day course",
        owner: "Multi-agency training pool",
        dueOn: addMonths(civilDateAt(now), 3),
        measureNumber: "5",
      }),
    );
    must(
      setAction(coordinator(), releaseId, {
        id: null,
        finding: "Fewer than half of the line managers were asked",
        action: "Ask team managers to agree at booking that they will be asked",
        owner: "Agency leads",
        dueOn: addMonths(civilDateAt(now), 2),
        measureNumber: null,
      }),
    );
    must(sendForReview(coordinator(), releaseId));
    diary.plan(now - days(13), () => {
      const text = "Say in the next paper how many courses have the new exercise by then.";
      must(commentOnRelease(as("scrutineer@example.org"), releaseId, { section: "learning", text }));
    });
    diary.plan(now - days(10), () => must(signOff(as("sdg@example.org"), releaseId)));
    diary.plan(now - days(9), () => must(publishRelease(coordinator(), releaseId)));
  });
  diary.plan(now - days(3), () => {
    refreshFigures(seeding.asSystem);
    const title = `Impact of the joint training offer, ${quarterInWords(second)}`;
    const { releaseId } = must(draftRelease(coordinator(), { title, ...second, parts: [] }));
    must(sendForReview(coordinator(), releaseId));
  });
  diary.plan(now - hours(1), () => refreshFigures(seeding.asSystem));
}

/** Half of what is there to read is quoted where it may be, or marked as read. */
function readSome(ctx: ReturnType<Seeding["as"]>): void {
  const all = countWordsToRead(ctx);
  const { words } = listWords(ctx, { state: "to read", kind: null }, { number: 1, size: Math.max(1, all) });
  for (const piece of words.slice(0, Math.floor(all / 2))) must(readComment(ctx, answerTo(piece)));
}

function answerTo({ id, text, quotability }: Words): Parameters<typeof readComment>[1] {
  const redacted = changesRedacted[text] ?? text;
  return quotability === "yes"
    ? { id, seen: "to read", outcome: "quoted", redacted }
    : { id, seen: "to read", outcome: "read" };
}
