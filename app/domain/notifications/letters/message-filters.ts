// By what those who look after messages look for them. Safe in a browser.

/** "trouble": failed or unsure, and nobody has seen to it. "back": came back, or was called unwanted. */
export const messageStates = [
  "trouble",
  "waiting",
  "failed",
  "unsure",
  "back",
  "dropped",
  "sent",
  "all",
] as const;
export type MessageState = (typeof messageStates)[number];

export type MessageFilters = {
  state: MessageState;
  kind?: string;
  personId?: string;
  /** Part of a name, or of the address of an account; or the whole address of whoever has none. */
  who?: string;
  sessionId?: string;
};
