// The words of the catalogue room.
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
