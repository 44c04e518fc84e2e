// The questions to begin with, in their own words: any partnership can put them differently once it runs.

type Question = { slug: string; wording: string };
type Option = { text: string; right?: true };

/** "How confident are you, right now, that you can …?"; `could`: the same asked in hindsight. */
export const confidence = [
  { slug: "recognise", can: "recognise signs of harm", could: "recognise signs of harm" },
  {
    slug: "act",
    can: "act on a concern at the right threshold",
    could: "act on a concern at the right threshold",
  },
  {
    slug: "share",
    can: "share information with other agencies",
    could: "share information with other agencies",
  },
  {
    slug: "challenge",
    can: "challenge or escalate when you disagree",
    could: "challenge or escalate when you disagreed",
  },
  {
    slug: "voice",
    can: "hear what a child or an adult wants, and let it count in what you do",
    could: "hear what a child or an adult wanted, and let it count in what you did",
  },
  {
    slug: "together",
    can: "work with other agencies on one plan for a child, an adult or a family",
    could: "work with other agencies on one plan for a child, an adult or a family",
  },
] as const;

/** Each has one right answer, which holds for children and adults alike; nobody who answers is told which. */
export const scenarios: (Question & { options: Option[] })[] = [
  {
    slug: "asked-for-secrecy",
    wording:
      "A 14-year-old begins to tell you about something at home and asks you to promise that you will tell nobody. What do you do?",
    options: [
      { text: "Promise it, so that they go on talking" },
      { text: "Ask them to wait until somebody with more experience has time" },
      {
        text: "Say that you cannot promise it, listen, and pass on what they say the same day as your procedures ask",
        right: true,
      },
      { text: "Ask for every detail first, so that you can be sure that it is true" },
    ],
  },
  {
    slug: "no-agreement-to-share",
    wording:
      "An adult with care needs says that their partner hurts them and asks you to tell nobody. Their children live with them. What do you do?",
    options: [
      {
        text: "Share what is needed with those who have to know, tell the adult unless that adds to the danger, and note your reasons",
        right: true,
      },
      { text: "Tell nobody: they are an adult and did not agree" },
      { text: "Talk with the partner to hear the other side first" },
      { text: "Note it in the file and look again in three months" },
    ],
  },
  {
    slug: "closed-too-soon",
    wording:
      "You passed on a worry about a person at risk. The answer is that nothing more will be done. You still think that they are in danger. What do you do?",
    options: [
      { text: "Accept it: the decision is made by those who know more" },
      { text: "Send the same form again and hope that somebody else reads it" },
      { text: "Ask the family whether they agree with the decision" },
      {
        text: "Tell those who decided why you disagree, and use the partnership’s way to escalate if that does not settle it",
        right: true,
      },
    ],
  },
];

export const reactions: Question[] = [
  { slug: "relevant", wording: "This training was relevant to my work." },
  { slug: "use", wording: "I will use what I learned in my work." },
  { slug: "recommend", wording: "I would recommend this training to a colleague." },
];

export const choices: (Question & { options: Option[] })[] = [
  {
    slug: "barriers",
    wording: "What is most likely to keep you from using what you learned?",
    options: [
      { text: "Nothing that I can think of" },
      { text: "Too little time" },
      { text: "My team works in another way" },
      { text: "I am not sure enough yet how to do it" },
      { text: "My work gives me little opportunity" },
      { text: "Something else" },
    ],
  },
  {
    slug: "passed-on",
    wording: "With how many colleagues have you shared what you learned?",
    options: [{ text: "Nobody yet" }, { text: "1 or 2" }, { text: "3 to 10" }, { text: "More than 10" }],
  },
  {
    // In the order of what managers can have seen: yes, partly, no, no opportunity, cannot say.
    slug: "seen",
    wording: "Have you seen them use what they learned in this training?",
    options: [
      { text: "Yes" },
      { text: "Partly" },
      { text: "No" },
      { text: "There has been no opportunity" },
      { text: "I cannot say" },
    ],
  },
];

export const texts: Question[] = [
  { slug: "improve", wording: "What is one thing that would make this training better?" },
  {
    slug: "changed",
    wording: "What has changed for a child, an adult or a family through something you did differently?",
  },
  { slug: "manager-example", wording: "What is one example of what you have seen?" },
  {
    slug: "manager-barrier",
    wording: "What is one thing that stands in their way, and who could remove it?",
  },
];
