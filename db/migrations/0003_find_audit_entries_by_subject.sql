DROP INDEX `audit_entries_by_subject`;--> statement-breakpoint
CREATE INDEX `audit_entries_by_subject` ON `audit_entries` (`subject_kind`,`subject_id`,`at`);