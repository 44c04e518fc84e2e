// Roles and standings in words, alike wherever people are shown. Safe in a browser.
import type { Role } from "~/domain/context";

export type GivenRole = Exclude<Role, "line_manager">;

/** In the order in which they are offered. */
export const roleInWords: Record<GivenRole, string> = {
  agency_lead: "Agency lead",
  trainer: "Trainer",
  coordinator: "Coordinator",
  sdg_member: "Strategic delivery group member",
  scrutineer: "Independent scrutineer",
  admin: "Admin",
};

export const givenRoles = Object.keys(roleInWords) as GivenRole[];
export const isGivenRole = (text: string): text is GivenRole => Object.hasOwn(roleInWords, text);

export const roleHints: Record<GivenRole, string> = {
  agency_lead: "Sees the training of everyone in their own agency, and confirms who works there.",
  trainer: "Sees their own sessions and takes the register.",
  coordinator: "Runs the programme: sessions, bookings, trainers and people.",
  sdg_member: "Reads the impact report and the needs analysis.",
  scrutineer: "Reads the impact report.",
  admin: "Changes agencies, boards, settings and everybody’s roles.",
};

/** Nothing is said of those whose agency is confirmed. */
export const standingInWords = { awaiting: "Awaiting confirmation", declined: "Declined" } as const;
export type Unsettled = keyof typeof standingInWords;
export const isUnsettled = (text: string): text is Unsettled => Object.hasOwn(standingInWords, text);
