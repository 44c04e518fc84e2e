// What was done, said once.
export const doneInWords: Record<string, string> = {
  reserved: "The places are reserved. Now name people for them.",
  named: "They have the place. We have written to them.",
  "given-back": "The places have gone back to everyone.",
};
