// The audit room's door.
export { exportAudit, mostExported } from "./export-audit.server";
export { recordAudit } from "./record-audit.server";
export { recordView } from "./record-view.server";
export { searchAudit } from "./search-audit.server";
