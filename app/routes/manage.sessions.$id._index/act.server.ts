// Does what a form of the workspace asks for. @returns the key of what has been done, or the form to show again
import { closeForBooking, reopenForBooking } from "~/domain/bookings/bookings.server";
import {
  addMaterial,
  asksTrainers,
  assignTrainer,
  goAhead,
  publishSession,
  readSession,
  removeMaterial,
  unassignTrainer,
} from "~/domain/sessions/sessions.server";
import type { FormState } from "~/shared/form-state";
import type { Result } from "~/shared/result";
import type { SignedInVisit } from "~/web/enter.server";
import { formWith, readForm } from "~/web/forms.server";
import {
  closeInWords,
  goAheadInWords,
  materialInWords,
  publishInWords,
  reopenInWords,
} from "~/web/session-refusals";
import { assignForm, refusalInWords } from "./assignment";
import { materialForm } from "./deeds";

export type Acted = { done: string } | { form: FormState };

export function act(visit: SignedInVisit, sessionId: string, posted: FormData): Acted {
  const text = (name: string) => String(posted.get(name) ?? "");
  const settle = <Reason extends string>(
    result: Result<unknown, Reason>,
    done: string,
    words: Record<Reason, string>,
    field = "",
  ): Acted => (result.ok ? { done } : { form: formWith(posted, { [field]: words[result.reason] }) });

  switch (posted.get("intent")) {
    case "take off":
      unassignTrainer(visit, { sessionId, personId: text("personId") });
      return { done: "taken-off" };
    case "publish":
      return settle(publishSession(visit, sessionId), "published", publishInWords);
    case "close":
      return settle(closeForBooking(visit, sessionId), "closed", closeInWords);
    case "reopen":
      return settle(reopenForBooking(visit, sessionId), "reopened", reopenInWords);
    case "go ahead":
      return settle(goAhead(visit, sessionId), "goes-ahead", goAheadInWords);
    case "remove material":
      removeMaterial(visit, { sessionId, materialId: text("materialId") });
      return { done: "material-removed" };
    case "add material": {
      const read = readForm(posted, materialForm);
      if (!read.ok) return { form: read.form };
      const added = addMaterial(visit, { sessionId, ...read.value });
      return settle(added, "material-added", materialInWords, "url");
    }
    default: {
      const read = readForm(posted, assignForm);
      if (!read.ok) return { form: read.form };
      const assigned = assignTrainer(visit, { sessionId, ...read.value });
      const asked = !read.value.agreed && asksTrainers(readSession(visit, sessionId), visit.clock.now());
      return settle(assigned, asked ? "asked" : "assigned", refusalInWords, "personId");
    }
  }
}
