// The calendar's page, opened by a stranger on the fixed day.
import { expect } from "vitest";
import { brokenReferences, siteOf } from "../domain/support-check/site";
import { makeWorld } from "../support/world";

export const at = (date: string, startTime = "09:30", endTime = "16:30") => ({ date, startTime, endTime });

export function calendarWorld(now?: number) {
  const world = makeWorld(now);
  const site = siteOf(world);
  const open = async (query = "") => {
    const page = await site(`/calendar${query}`);
    expect(page.status).toBe(200);
    expect(brokenReferences(page)).toEqual([]);
    return page;
  };
  return { world, site, open };
}
