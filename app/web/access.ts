// Who may open a page. Every route says so in its `handle`; tests hold every route to it.
import type { Role } from "~/domain/context";

/** "half signed in" opens also to those who still owe their second factor: the pages that settle it. */
export type Access = "public" | "half signed in" | "signed in" | readonly Role[];
