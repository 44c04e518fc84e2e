// The charges room's door: what an agency owes for places that were not used. No payment is taken.
export { type AgencyStatement, agencyStatement } from "./agency-statement.server";
export { type AnswerRefusal, answerAppeal } from "./answer-appeal.server";
export { type AppealRefusal, appealCharge } from "./appeal-charge.server";
export { changedTooLate } from "./changed-late.server";
export { chargeFor, costNow } from "./charge-for.server";
export { clearChargeNotes } from "./clear-notes.server";
export { costOfCancelling } from "./cost-of-cancelling.server";
export { countAppeals } from "./count-appeals.server";
export { exportCharges, exportStatement } from "./export-charges.server";
export { forgetChargeNotes } from "./forget-notes.server";
export { type ChargeFilters, type ListedCharge, listCharges } from "./list-charges.server";

export { type ChargeChange, type ChargeDetail, readCharge } from "./read-charge.server";
export { takeOverCharges } from "./take-over-charges.server";
export { type WaiveRefusal, waiveCharge } from "./waive-charge.server";
export { withdrawCharge } from "./withdraw-charge.server";
