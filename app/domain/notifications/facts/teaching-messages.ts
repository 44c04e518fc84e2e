// What messages to those who teach, to agency leads and to subscribers of the offer's news are made from.
import type { CivilDate, WallTime } from "~/shared/civil-time";
import type { CallOffReason, PlanBefore, PlanChange, SessionFacts } from "./session-facts";

/** One trainer's part in a session, as their messages and their calendar entries tell of it. */
export type TeachingFacts = SessionFacts & {
  personName: string;
  part: "lead" | "co-trainer" | "lived experience";
  /**
   * With the session and a meeting they name the entry in their calendar: somebody put on again has a new one. Where one
   * account took over from another, it is the one that was put on the session.
   */
  personId: string;
  assignedAt: number;
  /** SEQUENCE of the entry. */
  revision: number;
  /** They have said that they can, so that it stands in their calendar. */
  confirmed: boolean;
};

export type TeachingMessages = {
  /** Can they teach it? They answer on the session's page. */
  "trainer invited": TeachingFacts;
  "trainer confirmed": TeachingFacts;
  /** To the coordinators: one is missing now. `hadConfirmed`: they had said that they can. */
  "trainer declined": {
    personName: string;
    trainerName: string;
    hadConfirmed: boolean;
    sessionId: string;
    courseTitle: string;
    date: CivilDate;
    /** How many others are on it and have said that they can, and how many have not answered. */
    confirmed: number;
    asked: number;
  };
  /** Taken off the session; `byThemselves`: because they said that they cannot after all. */
  "trainer released": TeachingFacts & { byThemselves: boolean };
  /** To those who teach it or are asked to; `calledOff` where it does not take place. */
  "teaching changed": TeachingFacts & {
    changed: PlanChange[];
    before: PlanBefore;
    calledOff: CallOffReason | null;
  };
  /** A further day of a session, or one that is no longer part of it: mail programs read one calendar part a letter. */
  "teaching entry": TeachingFacts & {
    method: "REQUEST" | "CANCEL";
    /** They were on it with two accounts that are one now, and teach it still. */
    twice?: true;
  };
  /** Two working days before. How many come, and how many of them need something to take part; no names. */
  "teaching reminder": TeachingFacts & { booked: number; needs: number };
  /** Monday's letter to an agency's lead. Counts only: who it is about stands on the team's pages. */
  "agency digest": AgencyDigest & { personName: string };
  "offer news": OfferNews & { personName: string };
};

export type AgencyDigest = {
  agencyName: string;
  /** The first day of the two weeks it looks ahead. */
  from: CivilDate;
  /** Sessions of the two weeks on which the agency's people have a place. */
  coming: { sessionId: string; courseTitle: string; date: CivilDate; booked: number }[];
  /** Sessions beyond those listed. */
  moreComing: number;
  waiting: number;
  approvals: number;
  /** Who did not come in the week before. */
  missed: number;
  /** People whose certificate runs out within four weeks, and those for whom one ran out in the last year. */
  renewals: number;
  overdue: number;
};

/** A monthly issue of the news of the offer, for what one person asked for. */
export type OfferNews = {
  /** "2026-12" */
  month: string;
  /** The boards and themes they asked for, by name; none: all of the offer. */
  about: string[];
  /** With places, soonest first; new ones among them are marked. */
  sessions: {
    sessionId: string;
    courseTitle: string;
    date: CivilDate;
    startTime: WallTime;
    endTime: WallTime;
    /** How many days it has. */
    days: number;
    where: string;
    left: number;
    isNew: boolean;
  }[];
  /** How many more have places than are listed. */
  more: number;
};
