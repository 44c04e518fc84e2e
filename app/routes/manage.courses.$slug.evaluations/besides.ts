// What a course can ask besides, each with what it is good for.
export const besides = [
  {
    value: "onArrival",
    label: "On arrival",
    hint: "The core questions once more in the room: it shows what changes without any training.",
  },
  {
    value: "sixMonths",
    label: "Six months later",
    hint: "One more letter, to see what has lasted.",
  },
  {
    value: "recall",
    label: "In hindsight",
    hint: "At the end, how confident people recall to have been. It is told apart and never mixed with the rest.",
  },
];
