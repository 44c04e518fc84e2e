// The words of letters for the pages that look after them: what is in use, and how it would look. Samples and templates
// are loaded when the first such page is opened.
import { readPartnership } from "~/domain/accounts/accounts.server";
import type { MessageKind, Words } from "~/domain/notifications/notifications";
import { listWordings } from "~/domain/notifications/notifications.server";
import { NotFound } from "~/shared/problems";
import type { SignedInVisit } from "./enter.server";
import { slugOfKind } from "./letter-words";

const desk = () => import("emails/wording-desk");

/** @throws NotFound for an address that no kind has */
export async function kindAt(slug: string | undefined): Promise<MessageKind> {
  const kind = (await desk()).wordedKinds().find((one) => slugOfKind(one) === slug);
  if (kind === undefined) throw new NotFound("kind of letter");
  return kind;
}

export const cameWithOf = async (kind: MessageKind) => (await desk()).cameWith(kind);

/** Everything about the words of one kind. `unfit`: they are saved, but this version cannot use them. */
export async function readLetterWords(visit: SignedInVisit, kind: MessageKind) {
  const { cameWith, placeholdersOf, sampleTitles, fits } = await desk();
  const history = listWordings(visit, kind);
  const own = cameWith(kind).words;
  const saved = history[0]?.words ?? null;
  return {
    own,
    words: saved ?? own,
    changed: saved !== null,
    unfit: saved !== null && !fits(kind, saved),
    basedOn: history[0]?.id ?? null,
    history: history.map(({ words, ...entry }) => ({ ...entry, subject: words?.subject ?? null, words })),
    placeholders: await placeholdersOf(kind),
    samples: sampleTitles(kind),
  };
}

/** How the letter would look, with the service's own name. */
export async function previewOf(visit: SignedInVisit, kind: MessageKind, words: Words, which: number) {
  const { publicUrl } = visit.settings;
  const house = { partnership: readPartnership(visit), publicUrl };
  return (await desk()).previewLetter(kind, { words, which, house });
}
