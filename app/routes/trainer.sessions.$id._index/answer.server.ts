// Whether somebody can teach: how their answer stands, and what their form does.
import { z } from "zod";
import type { Session } from "~/domain/sessions/sessions";
import { type AnswerRefusal, answerInvitation, asksTrainers } from "~/domain/sessions/sessions.server";
import type { FormState } from "~/shared/form-state";
import type { SignedInVisit } from "~/web/enter.server";
import { formWith, readForm } from "~/web/forms.server";
import { paths } from "~/web/paths";

const answerForm = z.object({
  answer: z.enum(["can", "cannot"], { error: "Say whether you can teach this session" }),
});

export const doneInWords: Record<string, string> = {
  can: "Thank you. You teach this session, and a calendar invitation is on its way",
};

const refusalInWords: Record<Exclude<AnswerRefusal, "not asked">, string> = {
  draft: "This session is still a draft. We ask you when it is published",
  "too late": "This session has begun or does not take place. Please contact a coordinator",
};

/** How their own answer stands, where it can still be given; null for whoever is not asked. */
export function ownAnswer(visit: SignedInVisit, session: Session): "open" | "can" | null {
  const own = session.trainers.find(({ personId }) => personId === visit.person.id);
  if (!own || !asksTrainers(session, visit.clock.now())) return null;
  return own.confirmedAt === null ? "open" : "can";
}

/** Records what they answered. @returns where to go now, or the form to show again */
export function answer(
  visit: SignedInVisit,
  sessionId: string,
  posted: FormData,
): { to: string } | { form: FormState } {
  const read = readForm(posted, answerForm);
  if (!read.ok) return { form: read.form };
  const can = read.value.answer === "can";
  const answered = answerInvitation(visit, { sessionId, can });
  if (!answered.ok) {
    // Its page is theirs no more.
    if (answered.reason === "not asked") return { to: `${paths.trainer()}?done=not-asked` };
    return { form: formWith(posted, { "": refusalInWords[answered.reason] }) };
  }
  return { to: can ? `${paths.trainerSession(sessionId)}?done=can` : `${paths.trainer()}?done=cannot` };
}
