// What was done, said once on arriving here.
export const doneInWords: Record<string, string> = {
  booked: "They are booked. Each of them gets an email of their own.",
  waiting: "They are on the waiting list as a group. Each of them gets an email of their own.",
  mixed: "They are booked, and some have to be looked at or approved first. Each gets an email of their own.",
  substituted: "The place is passed on. We have written to both.",
};
