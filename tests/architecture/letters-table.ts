// The tables of letters in docs/letters.md, made from what sends them. To print them:
// node --import tsx tests/architecture/letters-table.ts
import { pathToFileURL } from "node:url";
import { samples } from "emails/samples";
import { templates } from "emails/templates";
import type { MessageKind } from "~/domain/notifications/notifications";
import { topicOf } from "~/domain/notifications/notifications.server";
import { isFollower, isHeld, whenToLeave } from "~/domain/notifications/sending/timing.server";
import { letterGroups, slugOfKind, toldInWords } from "~/web/letter-words";
import { kindInWords } from "~/web/message-words";
import { topicInWords } from "~/web/topic-words";

export const picturesFolder = "docs/screenshots/letters";
export const pictureOf = (kind: MessageKind) => `${slugOfKind(kind)}.png`;

/** A Thursday night, when nobody is at work. */
const night = Date.UTC(2026, 9, 1, 22);

function leaving(kind: MessageKind): string {
  if (isFollower(kind)) return "with the letter before it";
  if (isHeld(kind, {})) return "held and merged";
  // Facts without a day: nothing presses, and nobody asked for it.
  const optional = topicOf(kind, {}) !== null;
  const leaves = whenToLeave({ kind, facts: {}, byThemselves: false, optional }, night);
  return leaves === night ? "at once" : "working hours";
}

/** What goes with it in each of the ways in which it turns out. */
function calendarOf<Kind extends MessageKind>(kind: Kind): string {
  const methods = samples[kind].map(({ facts }) => templates[kind].calendar?.(facts)?.method ?? "none");
  const words = { REQUEST: "invitation", CANCEL: "cancellation", none: "none" };
  const said = (["REQUEST", "CANCEL", "none"] as const).filter((method) => methods.includes(method));
  return said.map((method) => words[method]).join(" or ");
}

/** By what people stop it; of some letters only the later ones. */
function stoppedBy<Kind extends MessageKind>(kind: Kind): string {
  const topics = samples[kind].map(({ facts }) => topicOf(kind, facts));
  const topic = topics.find((one) => one !== null);
  if (!topic) return "no";
  return `${topics.includes(null) ? "not the first: " : "yes: "}${topicInWords[topic].name.toLowerCase()}`;
}

/** A heading, a table and pictures for each group of letters. */
export function lettersTables(): string {
  return letterGroups
    .map(({ title, kinds }) => {
      const rows = kinds.map((kind) => [
        `[${kindInWords[kind]}](screenshots/letters/${pictureOf(kind)})`,
        toldInWords[kind].to,
        toldInWords[kind].when,
        leaving(kind),
        stoppedBy(kind),
        calendarOf(kind),
      ]);
      const table = [
        ["Letter", "To", "When", "Leaves", "May be stopped", "Calendar part"],
        ["---", "---", "---", "---", "---", "---"],
        ...rows,
      ];
      const pictures = kinds.map(
        (kind) =>
          `<img src="screenshots/letters/${pictureOf(kind)}" width="180" alt="The letter: ${kindInWords[kind]}">`,
      );
      return [
        `## ${title}`,
        table.map((cells) => `| ${cells.join(" | ")} |`).join("\n"),
        `<p>\n${pictures.join("\n")}\n</p>`,
      ].join("\n\n");
    })
    .join("\n\n");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(lettersTables());
