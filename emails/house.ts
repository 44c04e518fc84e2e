// What every letter knows besides its facts: whose service it is, and where its pages are.
import type { BookingFacts, EvaluationStage, OptionalTopic } from "~/domain/notifications/notifications";
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";

export type House = {
  partnership: { name: string; serviceName: string; contactName: string; contactEmail: string };
  /** Where people reach the service, without a slash at the end. */
  publicUrl: string;
  /** The whole address at which a stage of a booking's evaluation is answered; M's is for the line manager alone. */
  evaluationLink: (bookingId: string, stage: EvaluationStage) => string;
  /** The whole address of a link that signs someone in or lets them join. */
  signInLink: (linkId: string) => string;
  /** The whole address at which a line manager approves a booking without signing in. */
  approvalLink: (approvalId: string) => string;
  /** The whole address of a link that proves a new address to be theirs. */
  addressLink: (linkId: string) => string;
  /** The whole address at which a person stops such optional mail, without signing in. */
  unsubscribeLink: (personId: string, topic: OptionalTopic) => string;
};

export const addressOf = (house: House, path: string) => house.publicUrl + path;

/** The booking's page, where everything about it can be seen and done. */
export const bookingPage = (house: House, facts: { bookingId: string }) =>
  addressOf(house, paths.booking(facts.bookingId));

/** "Domestic Abuse, 24 November 2026": what a subject may say; never a name. */
export function courseAndDate(facts: Pick<BookingFacts, "courseTitle" | "meetings">): string {
  const [first] = facts.meetings;
  if (!first) return facts.courseTitle;
  return `${facts.courseTitle}, ${facts.meetings.length > 1 ? "from " : ""}${plainDate(first.date)}`;
}
