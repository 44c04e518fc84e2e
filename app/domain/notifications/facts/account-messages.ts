// What messages about an account, an agency or a complaint are made from.

/** How someone signs in, changed by them or in their name: they are told, in case it was somebody else. */
export type AccountChange =
  | "password"
  | "address"
  | "second factor on"
  | "second factor off"
  | "recovery codes"
  | "second factor reset"
  | "work account linked";

export type AccountMessages = {
  /** `awaiting`: the agency that has yet to confirm them; blank where their address told it. */
  welcome: { personName: string; awaiting: string | null };
  "sign-in link": { personName: string; purpose: "sign in" | "join"; linkId: string; expiresAt: number };
  "address to confirm": { personName: string; linkId: string; expiresAt: number };
  "account changed": { personName: string; change: AccountChange; at: number };
  "account to confirm": { personName: string; joinerName: string; agencyName: string; asLead: boolean };
  "agency confirmed": { personName: string; agencyName: string };
  "agency declined": { personName: string; agencyName: string };
  "complaint received": ComplaintFacts & { receivedAt: number; acknowledgeBy: string };
  /** To the partnership: which complaint waits and until when, not whose it is. */
  "complaint to acknowledge": ComplaintFacts & { complaintId: string; acknowledgeBy: string };
  "complaint acknowledged": ComplaintFacts;
  "complaint answered": ComplaintFacts & { answer: string };
};

/** A complaint about how someone's data is used. */
type ComplaintFacts = { personName: string; reference: string };
