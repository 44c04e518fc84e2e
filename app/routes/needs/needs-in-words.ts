// The figures of the needs analysis in sentences that can be read aloud.
import type { ShownCounts } from "~/domain/needs/needs.server";
import { counted, listed, percent, plainDate, wholeNumber } from "~/shared/format";
import type { ShownNeeds } from "./published";

/** "52%", "less than 1%", "over 99%": never 0% of someone, nor 100% of not everyone. */
export function shareOf(part: number, whole: number): string {
  if (whole === 0) return "0%";
  const share = percent(part / whole);
  if (part > 0 && share === "0%") return "less than 1%";
  return part < whole && share === "100%" ? "over 99%" : share;
}

/** "Of 1,840 requirements across 412 people, 52% are held, 8% are said to be held and 15% are gaps; we do not know about 25%." */
export function headline({ requirements, people }: Pick<ShownNeeds, "requirements" | "people">): string {
  const { required, held, reported, gap, unknown } = requirements;
  if (required === null) return "The totals are withheld: they would give a small number away.";
  const ways = [
    [held, "are held"],
    [reported, "are said to be held"],
    [gap, "are gaps"],
  ] as const;
  const shares = ways.flatMap(([n, words]) => (n === null ? [] : [`${shareOf(n, required)} ${words}`]));
  const across = people === null ? "" : ` across ${counted(people, "person", "people")}`;
  const rest =
    unknown === null
      ? "how much we do not know is withheld"
      : `we do not know about ${shareOf(unknown, required)}`;
  return `Of ${counted(required, "requirement")}${across}, ${[listed(shares), rest].filter(Boolean).join("; ")}.`;
}

/** What may be said of a row some of whose counts are withheld. */
export function partlyWithheld({ required, held, reported, gap, unknown }: ShownCounts): string {
  const ways = [
    [held, "held"],
    [reported, "said to be held"],
    [gap, "gap"],
    [unknown, "not known"],
  ] as const;
  const known = ways.flatMap(([n, words]) => (n === null ? [] : [`${words} ${wholeNumber(n)}`]));
  const needed = required === null ? "" : `Needed by ${counted(required, "person", "people")}. `;
  const shown = known.length === 0 ? "" : `Of these: ${listed(known)}. `;
  return `${needed}${shown}The rest is withheld.`;
}

type Ranked = ShownNeeds["competencies"][number] & { open: number };

/** Why a competency stands where it does in the list of what to put on next. */
export function reasonFor({ open, counts: { required, gap, unknown } }: Ranked): string {
  const whole = required ?? open;
  const lacking = `${wholeNumber(open)} of the ${wholeNumber(whole)} people who need it (${shareOf(open, whole)})`;
  const split =
    gap === null || unknown === null ? "" : `: ${counted(gap, "gap")} and ${wholeNumber(unknown)} not known`;
  return `${lacking} have a gap or are not known${split}.`;
}

/** The places on offer against the gap. */
export function offerInWords({ offer, counts: { gap } }: Pick<Ranked, "offer" | "counts">): string {
  const until = plainDate(offer.until);
  if (offer.places === 0) return `No places are free until ${until}.`;
  const places = `${counted(offer.places, "place")} in ${counted(offer.sessions, "session")}`;
  const free = `${places} ${offer.places === 1 ? "is" : "are"} free until ${until}`;
  if (gap === null || gap === 0) return `${free}.`;
  return offer.places >= gap
    ? `${free}: enough for the gap.`
    : `${free}: ${wholeNumber(gap - offer.places)} fewer than the gap.`;
}
