CREATE TRIGGER `audit_entries_are_not_changed` BEFORE UPDATE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_are_not_deleted` BEFORE DELETE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'audit entries are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `booking_changes_are_not_changed` BEFORE UPDATE ON `booking_changes` BEGIN SELECT RAISE(ABORT, 'booking history is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `booking_changes_are_not_deleted` BEFORE DELETE ON `booking_changes` BEGIN SELECT RAISE(ABORT, 'booking history is append-only'); END;
