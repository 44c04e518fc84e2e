// The questions that a report answers, in order, and their ids on the page.
export const reportSections = [
  { key: "how-much", heading: "How much did we do?" },
  { key: "how-well", heading: "How well did we do it?" },
  { key: "learning", heading: "What difference did it make to learners?" },
  { key: "kept", heading: "Was it kept weeks later?" },
  { key: "practice", heading: "What changed in practice?" },
  { key: "families", heading: "For children, adults and families" },
  { key: "next", heading: "What happens next" },
] as const;

export type SectionKey = (typeof reportSections)[number]["key"];
