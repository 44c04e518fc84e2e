// What words for a deed are made of.
import { listed } from "~/shared/format";
import type { AuditAction, AuditDetails } from "./actions";

/** The name behind an id that an entry holds. */
export type NameOf = (kind: "agency" | "person", id: string) => string;
type More<Detail> = (detail: Detail, nameOf: NameOf) => string;
/** The deed; for one whose entries say more, also how that reads after it. */
type Words<Detail> = Detail extends undefined ? string : readonly [deed: string, more: More<Detail>];

/** The words of every deed, or of those in some rooms. */
export type WordsOf<Actions extends AuditAction = AuditAction> = {
  readonly [Action in Actions]: Words<AuditDetails[Action]>;
};

export const agency = (detail: { agencyId: string }, nameOf: NameOf) => nameOf("agency", detail.agencyId);
export const fields = (detail: { fields: string[] }) => listed(detail.fields);
