// Pure rules of the catalogue: how addresses are made, when a course would ask for itself, and what moves in a list.

/** Upper and lower case, runs of spaces and ways of composing an accent do not make another name. */
export const alike = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** What stands after /manage/courses/ and is no course. */
const reserved = ["new", "themes", "competencies"];

/**
 * How addresses name something, from its own name: small letters, digits and hyphens, at most 60, and none that is
 * taken. A name without any of these letters, such as one in another script, falls back on `otherwise`.
 */
export function slugFor(name: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  const base = plain || otherwise;
  const free = (slug: string) => !taken.has(slug) && !reserved.includes(slug);
  if (free(base)) return base;
  for (let number = 2; ; number += 1) if (free(`${base}-${number}`)) return `${base}-${number}`;
}

/** That one course asks for another first. */
export type Need = { courseId: string; requiredCourseId: string };

/**
 * The courses between `required` and `course`, both included, if what is required asks in the end for the course
 * itself: nobody could ever book either. Null if it does not.
 */
export function circleOf(needs: readonly Need[], course: string, required: string): string[] | null {
  const ways: string[][] = [[required]];
  const seen = new Set([required]);
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const last = way.at(-1) ?? "";
    if (last === course) return way;
    for (const { courseId, requiredCourseId: next } of needs) {
      if (courseId !== last || seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

/** The list with one of it a step further up or down; the same list where it stands at that end, or is not in it. */
export function movedOne<One>(all: readonly One[], one: One, direction: "up" | "down"): One[] {
  const moved = [...all];
  const from = moved.indexOf(one);
  const to = direction === "up" ? from - 1 : from + 1;
  if (from === -1 || to < 0 || to >= moved.length) return moved;
  moved.splice(from, 1);
  moved.splice(to, 0, one);
  return moved;
}

/** Ten years. */
const mostMonths = 120;

/** Whole months, up to ten years; null where there is no limit. */
export const isSpan = (months: number | null) =>
  months === null || (Number.isInteger(months) && months >= 1 && months <= mostMonths);
