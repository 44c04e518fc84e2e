// What was done, and each refusal, in words.
export const doneInWords: Record<string, string> = {
  confirmed: "They are confirmed and can book. We have told them by email.",
  declined: "They are declined and cannot book. We have told them by email.",
};

export const refusals: Record<"has left" | "confirmed already", Record<string, string>> = {
  "has left": { "": "Their account has been closed meanwhile" },
  "confirmed already": {
    "": "They are confirmed already. If that is wrong, or they have left, write to a coordinator",
  },
};
