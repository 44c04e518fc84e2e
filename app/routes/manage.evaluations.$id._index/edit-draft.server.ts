// Which deed a form of the draft's page asks for, done; or the form to show again.
import type { KeptSet } from "~/domain/evaluations/evaluations";
import {
  addToDraft,
  changeDraftWords,
  discardDraft,
  moveInDraft,
  recallInDraft,
  removeFromDraft,
} from "~/domain/evaluations/evaluations.server";
import type { Result } from "~/shared/result";
import type { SignedInVisit } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { publishedMeanwhile } from "~/web/question-set-words";
import { type DraftDone, wordsForm } from "./draft-forms";

/** @throws NotFound for a question that is not there to be added or moved */
export function editDraft(visit: SignedInVisit, { id: instrumentId, items }: KeptSet, posted: FormData) {
  const said = (done: DraftDone, result: Result<unknown, "published">) =>
    result.ok ? { done } : showAgain(formWith(posted, { "": publishedMeanwhile }));
  const read = (name: string) => {
    const value = posted.get(name);
    return typeof value === "string" && value !== "" ? value : null;
  };
  for (const direction of ["up", "down"] as const) {
    const itemId = read(direction);
    // Taken out meanwhile: there is nothing left to move.
    if (itemId !== null && items.some(({ id }) => id === itemId))
      return said("moved", moveInDraft(visit, { instrumentId, itemId, direction }));
  }
  const removing = read("remove");
  if (removing !== null) return said("removed", removeFromDraft(visit, { instrumentId, itemId: removing }));
  switch (posted.get("intent")) {
    case "add": {
      const itemId = read("item");
      if (itemId === null) return showAgain(formWith(posted, { item: "Select a question to add" }));
      return said("added", addToDraft(visit, { instrumentId, itemId }));
    }
    case "recall": {
      const itemId = read("recall");
      if (itemId === null)
        return showAgain(formWith(posted, { recall: "Select a question to ask in hindsight" }));
      return said("added", recallInDraft(visit, { instrumentId, itemId }));
    }
    case "words": {
      const words = readForm(posted, wordsForm);
      if (!words.ok) return showAgain(words.form);
      return said("words", changeDraftWords(visit, { instrumentId, ...words.value }));
    }
    case "discard":
      return said("discarded", discardDraft(visit, instrumentId));
    default:
      return showAgain(formWith(posted, { "": "Choose what to do" }));
  }
}
