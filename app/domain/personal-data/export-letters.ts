// Which letters tell of somebody besides the person they go to: their words stay out of that person's export, and the
// other's export says that there was such a letter.
import { isMessageKind, type MessageKind } from "~/domain/notifications/notifications";

/** How the keys of such letters begin, before the id of the person they tell of; null for letters about their reader. */
const tellsOfOthers: Record<MessageKind, string | null> = {
  welcome: null,
  "sign-in link": null,
  "address to confirm": null,
  "account changed": null,
  "account to confirm": "account-to-confirm/",
  "agency confirmed": null,
  "agency declined": null,
  "booking requested": null,
  "booking awaiting approval": null,
  "approval asked": "approval-asked/",
  "booking declined": null,
  "booking confirmed": null,
  "invitation declined": null,
  "booking waiting": null,
  "booking offered": null,
  "offer expired": null,
  "waiting ended": null,
  "booking moved": null,
  "booking cancelled": null,
  "session changed": null,
  "teaching changed": null,
  "teaching entry": null,
  "trainer invited": null,
  "trainer confirmed": null,
  "trainer declined": "trainer-declined/",
  "trainer released": null,
  "teaching reminder": null,
  "agency digest": null,
  "offer news": null,
  "minimum not met": null,
  "end evaluation": null,
  "evaluation due": null,
  "calendar entry": null,
  "joining details": null,
  reminder: null,
  "session note": null,
  "renewal due": null,
  "manager evaluation": "manager-evaluation/",
  certificate: null,
  "external learning answered": null,
  "charge made": null,
  "charge answered": null,
  "release signed off": null,
  "complaint received": null,
  "complaint to acknowledge": null,
  "complaint acknowledged": null,
  "complaint answered": null,
};

/** Whether a letter tells only of the person it goes to; of a kind that this version does not know, nobody can say. */
export const isOnlyAboutReader = (kind: string): boolean =>
  isMessageKind(kind) && tellsOfOthers[kind] === null;

/** The beginnings of the keys of letters to others that tell of this person. */
export const keysThatTellOf = (personId: string): string[] =>
  Object.values(tellsOfOthers).flatMap((beginning) =>
    beginning === null ? [] : [`${beginning}${personId}/`],
  );
