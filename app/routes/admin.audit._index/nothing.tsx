// No entries: why, and what to do.
import { EmptyState } from "~/components/empty-state";
import type { TypedAuditFilters } from "~/web/audit-filters";
import { paths } from "~/web/paths";

export function Nothing({ typed, later }: { typed: TypedAuditFilters; later: boolean }) {
  if (later)
    return (
      <EmptyState
        title="There are no older entries"
        text="You have come to the beginning of what this search finds."
        action={{ href: paths.adminAudit(typed), label: "Go to the newest entries" }}
        headingLevel={3}
      />
    );
  return (
    <EmptyState
      title="Nothing fits this search"
      text="Take a filter away, or look at all entries. What people did before this service kept a trail is not here."
      action={{ href: paths.adminAudit(), label: "Show all entries" }}
      headingLevel={3}
    />
  );
}
