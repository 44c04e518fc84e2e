// What somebody who changes a letter needs: its words, its placeholders with examples, and how it would look.
import {
  type CameWith,
  isMessageKind,
  type MessageKind,
  type Words,
  wordingProblems,
} from "~/domain/notifications/notifications";
import { topicOf } from "~/domain/notifications/notifications.server";
import { composer } from "./compose";
import type { House } from "./house";
import { placeholderInWords } from "./placeholder-words";
import { sampleHouse, sampleInstant, sampleLinks, sampleRecipient, samples } from "./samples";
import { templates } from "./templates";
import { contentOf } from "./worded";

export type Placeholder = {
  name: string;
  /** What it stands for; null where nobody has said. */
  meaning: string | null;
  /** What it is in one of the samples, as text. */
  example: string;
  /** It has a paragraph to itself. */
  alone: boolean;
  needed: boolean;
  personal: boolean;
};

/** The kinds that there are letters for. */
export const wordedKinds = (): MessageKind[] => Object.keys(templates).filter(isMessageKind);

/** What a kind of letter comes with in this version. */
export function cameWith<Kind extends MessageKind>(kind: Kind): CameWith {
  const { words } = templates[kind];
  const [sample] = samples[kind];
  if (!sample) throw new Error(`No sample of "${kind}".`);
  return { words, shape: contentOf(templates[kind], sample.facts, sampleHouse).shape };
}

/** Each placeholder of a kind, with an example from the first sample that has one. */
export async function placeholdersOf<Kind extends MessageKind>(kind: Kind): Promise<Placeholder[]> {
  const { render, toPlainText } = await import("react-email");
  const { shape } = cameWith(kind);
  const contents = samples[kind].map(({ facts }) => contentOf(templates[kind], facts, sampleHouse));
  const asText = async (name: string) => {
    const piece = contents.map(({ pieces }) => pieces[name]).find((one) => one !== null && one !== undefined);
    return piece ? toPlainText(await render(piece)) : "";
  };
  const common = (name: string) => ({
    name,
    meaning: placeholderInWords(kind, name),
    needed: shape.needed.includes(name),
    personal: shape.personal.includes(name),
  });
  const values = shape.values.map((name) => ({
    ...common(name),
    example: contents.map(({ values: all }) => all[name] ?? "").find((text) => text !== "") ?? "",
    alone: false,
  }));
  const pieces = await Promise.all(
    shape.pieces.map(async (name) => ({
      ...common(name),
      example: (await asText(name)).trim(),
      alone: true,
    })),
  );
  return [...values, ...pieces];
}

/** The ways in which a letter turns out, as choices for a preview. */
export const sampleTitles = (kind: MessageKind): string[] => samples[kind].map(({ title }) => title);

/** Whether the words are ones that a letter of this kind can be made with. */
export const fits = (kind: MessageKind, words: Words): boolean =>
  wordingProblems(words, cameWith(kind).shape).length === 0;

/**
 * How a letter would look with these words: with invented facts, but the service's own name and address. Its links
 * that open an account or answer for somebody lead nowhere.
 * @param which the place of a sample in `sampleTitles`; the first for one that is not there
 */
export async function previewLetter<Kind extends MessageKind>(
  kind: Kind,
  { words, which, house }: { words: Words; which: number; house: Pick<House, "partnership" | "publicUrl"> },
): Promise<{ subject: string; html: string; text: string; calendar: boolean }> {
  const sample = samples[kind][which] ?? samples[kind][0];
  if (!sample) throw new Error(`No sample of "${kind}".`);
  const compose = composer({ ...sampleHouse, ...sampleLinks(house.publicUrl), ...house });
  const topic = topicOf(kind, sample.facts);
  const stop = topic && { personId: "sample-person", topic };
  const letter = await compose(kind, sample.facts, { to: sampleRecipient, at: sampleInstant, words, stop });
  return {
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    calendar: letter.calendar !== null,
  };
}
