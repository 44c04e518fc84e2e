// The pages on which looking is itself written down.

/** Pages that tell the audit trail when somebody only looks: nothing else may change by looking. */
export const looksAreRecorded: readonly string[] = [
  "admin.people.$id._index",
  "team.people.$id",
  "admin.complaints.$id",
  "admin.people.$id.erasure",
  "admin.people.$id.merge",
];
