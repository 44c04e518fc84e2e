CREATE INDEX `outbox_never_sent` ON `outbox` (`state`) WHERE "outbox"."state" in ('failed', 'unsure', 'dropped');--> statement-breakpoint
CREATE INDEX `outbox_by_kind` ON `outbox` (`kind`);--> statement-breakpoint
CREATE INDEX `delivery_reports_back` ON `delivery_reports` (`message_id`) WHERE "delivery_reports"."kind" in ('bounced', 'complained');