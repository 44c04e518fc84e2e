// Until when an evaluation is open, in words: a window that ends with a day is named by that day.
import { lastMomentInWords } from "~/domain/terms/terms";
import { civilDateAt, startOfDay } from "~/shared/civil-time";

/** "Tuesday 24 November 2026 at 5pm", "the end of Monday 28 December 2026". @param closesAt the first instant after it */
export const untilInWords = (closesAt: number): string =>
  lastMomentInWords(startOfDay(civilDateAt(closesAt)) === closesAt ? closesAt - 1 : closesAt);
