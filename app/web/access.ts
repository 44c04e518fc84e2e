// Who may open a page. Every route says so in its `handle`; tests hold every route to it.
import type { Role } from "~/domain/context";

export type Access = "public" | "signed in" | readonly Role[];
