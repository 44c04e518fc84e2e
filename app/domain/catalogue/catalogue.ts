// The words of the catalogue room: courses, and what they ask of those who book them. Safe in a browser.
export {
  type BookingRules,
  monthsInWords,
  type Prerequisite,
  prerequisiteInWords,
  rulesInWords,
} from "./booking-rules";

export type BoardMark = {
  code: string;
  name: string;
  shape: "circle" | "square" | "triangle" | "diamond" | "hexagon";
  colour: string;
};

export type Course = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  audience: string;
  activityType: string;
  theme: { slug: string; name: string };
  ledBy: string | null;
  minutes: number;
  contentNote: string | null;
  offered: boolean;
  boards: BoardMark[];
  outcomes: string[];
  competencies: { id: string; name: string }[];
  learningSources: string[];
};

/** What a coordinator tells of a course. Its slug is made from its first title and stays: addresses lead to it. */
export type CourseDetails = {
  title: string;
  summary: string;
  /** Whom it is for, in words. */
  audience: string;
  activityType: string;
  themeSlug: string;
  ledBy: string | null;
  /** Taught time, breaks left out. */
  minutes: number;
  contentNote: string | null;
  /** Codes. */
  boards: string[];
  /** In their order. */
  outcomes: string[];
  /** Ids. */
  competencies: string[];
  /** Codes. */
  learningSources: string[];
};

/** How coordinators sort the list: by title, or the most first. */
export const courseSorts = ["title", "sessions", "waiting"] as const;
export type CourseSort = (typeof courseSorts)[number];
