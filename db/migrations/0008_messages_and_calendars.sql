CREATE TABLE `session_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`audience` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`people` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`sent_by` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_notes_by_session` ON `session_notes` (`session_id`,`sent_at`);--> statement-breakpoint
CREATE TABLE `calendar_domain` (
	`id` integer PRIMARY KEY NOT NULL,
	`domain` text NOT NULL,
	`fixed_at` integer NOT NULL,
	CONSTRAINT "calendar_domain_is_one_row" CHECK("calendar_domain"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_tokenHash_unique` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_one_each` ON `calendar_feeds` (`person_id`) WHERE "calendar_feeds"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `calendar_feeds_by_person` ON `calendar_feeds` (`person_id`);--> statement-breakpoint
CREATE TABLE `address_stops` (
	`email` text PRIMARY KEY NOT NULL,
	`because` text NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `delivery_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text,
	`kind` text NOT NULL,
	`lasting` integer,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `delivery_reports_by_message` ON `delivery_reports` (`message_id`,`at`);--> statement-breakpoint
CREATE TABLE `news_subscriptions` (
	`person_id` text NOT NULL,
	`about` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`person_id`, `about`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`session_id` text,
	`booking_id` text,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_key_unique` ON `reminders` (`key`);--> statement-breakpoint
CREATE INDEX `reminders_planned` ON `reminders` (`kind`,`due_at`) WHERE "reminders"."state" = 'planned';--> statement-breakpoint
CREATE INDEX `reminders_by_person` ON `reminders` (`person_id`,`due_at`);--> statement-breakpoint
CREATE INDEX `reminders_by_session` ON `reminders` (`session_id`,`due_at`) WHERE "reminders"."session_id" is not null;--> statement-breakpoint
CREATE TABLE `topic_stops` (
	`person_id` text NOT NULL,
	`topic` text NOT NULL,
	`stopped_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `topic`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `wordings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`subject` text,
	`heading` text,
	`body` text,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `wordings_by_kind` ON `wordings` (`kind`,`id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`to_person_id` text,
	`to_email` text NOT NULL,
	`session_id` text,
	`stream` text,
	`joins` text,
	`topic` text,
	`again_of` text,
	`facts` text NOT NULL,
	`priority` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`first_tried_at` integer,
	`sent_at` integer,
	`sent_by` text,
	`provider_id` text,
	`last_problem` text,
	`dropped_because` text,
	`settled_at` integer,
	`settled_by` text,
	`subject` text,
	`html` text,
	`text` text,
	`calendar` text,
	`calendar_method` text,
	`unsubscribe_url` text,
	CONSTRAINT "outbox_dropped_for_a_reason" CHECK(("__new_outbox"."state" = 'dropped') = ("__new_outbox"."dropped_because" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_outbox` (`id`, `key`, `kind`, `to_person_id`, `to_email`, `facts`, `priority`, `state`, `attempts`, `created_at`, `due_at`, `leased_until`, `first_tried_at`, `sent_at`, `last_problem`, `subject`, `html`, `text`, `calendar`, `calendar_method`, `session_id`, `sent_by`, `provider_id`) SELECT `id`, `key`, `kind`, `to_person_id`, `to_email`, `facts`, `priority`, `state`, `attempts`, `created_at`, `due_at`, `leased_until`, `first_tried_at`, `sent_at`, `last_problem`, `subject`, `html`, `text`, `calendar`, `calendar_method`, json_extract(`facts`, '$.sessionId'), iif(`sent_by` like 'resend %', 'resend', `sent_by`), iif(`sent_by` like 'resend %', substr(`sent_by`, 8), null) FROM `outbox` ORDER BY `rowid`;--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`priority`,`due_at`) WHERE "outbox"."state" in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX `outbox_troubled` ON `outbox` (`created_at`) WHERE "outbox"."state" in ('failed', 'unsure') and "outbox"."settled_at" is null;--> statement-breakpoint
CREATE INDEX `outbox_by_person` ON `outbox` (`to_person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `outbox_by_session` ON `outbox` (`session_id`,`created_at`) WHERE "outbox"."session_id" is not null;--> statement-breakpoint
CREATE INDEX `outbox_streams` ON `outbox` (`stream`) WHERE "outbox"."stream" is not null and "outbox"."state" in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX `outbox_joining` ON `outbox` (`joins`) WHERE "outbox"."joins" is not null and "outbox"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX `outbox_by_provider` ON `outbox` (`provider_id`) WHERE "outbox"."provider_id" is not null;--> statement-breakpoint
ALTER TABLE `sessions` ADD `announced` text;--> statement-breakpoint
ALTER TABLE `trainer_assignments` ADD `confirmed_at` integer;--> statement-breakpoint
UPDATE `trainer_assignments` SET `confirmed_at` = `assigned_at`;
