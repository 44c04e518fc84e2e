// How a page is reached: by its address, or by links as its reader would.

/** A page that has no fixed address is reached by links. */
export type Reached = string | { from: string; links: string[] };

export const by = (from: string, ...links: string[]): Reached => ({ from, links });
/** A link to such an address, in the middle of the page. */
export const begins = (address: string) => `main a[href^='${address}']`;
export const ends = (address: string) => `main a[href$='${address}']`;

/** A session weeks ahead, of a course that no other journey schedules sooner: it can still be changed in every way. */
export const aSession = "main table a[href^='/manage/sessions/']";
export const ofASession = (...links: string[]) =>
  by("/manage/sessions?course=course-gcp2-antenatal", aSession, ...links);
