// What people write in the demonstration: invented, general, and about nobody.

/** By course; what its learners say they will do. The rest draw from the general ones. */
export const intentions: Record<string, readonly string[]> = {
  "neglect-gcp2": [
    "Use the graded care profile with one family on my caseload before the next core group",
    "Bring the profile to supervision and agree what has to change first",
    "Ask health what they see at home before I score",
  ],
  "domestic-abuse": [
    "Ask on my own and away from the partner, every time",
    "Use the risk checklist with my next referral",
    "Note what the person who harms does, not only what the victim does not do",
  ],
  "contextual-safeguarding": [
    "Map the places and friends that matter to one young person",
    "Tell the team about a park that keeps coming up",
  ],
  "impact-chronology": [
    "Write the chronology with health and school, not alone",
    "Look for patterns over two years before the next review",
  ],
  "making-safeguarding-personal": [
    "Ask the adult what they want to be different, and write it in their words",
    "Check at the end whether they got it",
  ],
};
export const generalIntentions: readonly string[] = [
  "Talk through one case with my line manager in the next supervision",
  "Share the briefing with my team at the next meeting",
  "Use the escalation policy when I next disagree with a decision",
  "Ask the other agencies early who else is involved",
  "Write down what the child or adult said in their own words",
];
export const companions = [
  "My line manager",
  "A colleague from health",
  "The school's safeguarding lead",
  "My team",
];
export const obstacles = [
  "Time",
  "Changes in my team",
  "Waiting for access to the tool",
  "Other visits come first",
];

export const improvements: readonly string[] = [
  "More time for the exercise in small groups.",
  "The slides could have been sent beforehand.",
  "A second half day to try it out and come back.",
  "More examples from housing.",
  "The room was cold. The day itself was good.",
];
/** The last one names a place that a coordinator takes out before it may be shown. */
export const changes: readonly string[] = [
  "A mother told me more because I asked where she felt safe to talk.",
  "We agreed one plan across three agencies instead of three plans.",
  "I wrote a young person's words into the assessment and read them out at the meeting.",
  "I challenged a decision to close and the family is still supported.",
  "After the visit to Sandgate Court we agreed who would do what.",
];
export const changesRedacted: Record<string, string> = {
  "After the visit to Sandgate Court we agreed who would do what.":
    "After the visit to [a home] we agreed who would do what.",
};
export const lineManagerExamples: readonly string[] = [
  "They brought a completed profile to supervision.",
  "Their chronologies show patterns now.",
  "They called a professionals' meeting early.",
];
