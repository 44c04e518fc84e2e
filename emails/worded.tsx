// A letter from its words and its facts: the wording in use, filled and framed.
import type { ReactElement } from "react";
import {
  inLine,
  type MessageFacts,
  type MessageKind,
  type WordingShape,
  wordingProblems,
} from "~/domain/notifications/notifications";
import type { House } from "./house";
import { Layout } from "./layout";
import { Markdown } from "./markdown";
import type { Template, Words } from "./template";

/** What a letter of some facts may say, and which placeholders that makes. */
export function contentOf<Kind extends MessageKind>(
  template: Template<Kind>,
  facts: MessageFacts[Kind],
  house: House,
) {
  const values = template.values(facts, house);
  const pieces = template.pieces?.(facts, house) ?? {};
  const shape: WordingShape = {
    values: Object.keys(values),
    pieces: Object.keys(pieces),
    personal: template.personal ?? [],
    needed: template.needed,
  };
  return { values, pieces, shape };
}

/**
 * The subject and the letter. `changed` words are used while they fit this version's placeholders; otherwise those the
 * template came with: a letter that someone waits for goes out, whatever became of its wording.
 */
export function wordedLetter<Kind extends MessageKind>(
  template: Template<Kind>,
  facts: MessageFacts[Kind],
  { house, changed, stopLink }: { house: House; changed: Words | null; stopLink: string | null },
): { subject: string; letter: ReactElement } {
  const { values, pieces, shape } = contentOf(template, facts, house);
  const own = changed !== null && wordingProblems(changed, shape).length === 0 ? changed : null;
  const words = own ?? template.words;
  // What fills a line may be blank with these facts, and no provider takes a letter without a subject.
  const heading = filled(words.heading, values) || filled(template.words.heading, values);
  return {
    subject: filled(words.subject, values) || filled(template.words.subject, values),
    letter: (
      <Layout
        house={house}
        heading={heading}
        opening={template.opening === undefined ? heading : filled(template.opening, values)}
        name={facts.personName}
        stopLink={stopLink}
      >
        <Markdown source={words.body} fill={{ values, pieces, publicUrl: house.publicUrl }} />
      </Layout>
    ),
  };
}

/** A line with its placeholders filled: once, so that what fills them is not looked at again. */
const filled = (line: string, values: Record<string, string>) =>
  line.replace(inLine, (_, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? "") : "")).trim();
