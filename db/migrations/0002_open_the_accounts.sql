CREATE TABLE `data_complaints` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`received_at` integer NOT NULL,
	`person_id` text,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`text` text NOT NULL,
	`acknowledged_at` integer,
	`acknowledged_by` text,
	`answered_at` integer,
	`answered_by` text,
	`answer` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "data_complaints_answered_in_words" CHECK(("data_complaints"."answered_at" is null) = ("data_complaints"."answer" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `data_complaints_reference_unique` ON `data_complaints` (`reference`);--> statement-breakpoint
CREATE INDEX `data_complaints_by_age` ON `data_complaints` (`answered_at`,`received_at`);--> statement-breakpoint
CREATE INDEX `data_complaints_by_person` ON `data_complaints` (`person_id`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`person_id` text PRIMARY KEY NOT NULL,
	`erased_at` integer NOT NULL,
	`reason` text NOT NULL,
	`erased_by` text
);
--> statement-breakpoint
CREATE TABLE `retention_rules` (
	`rule` text PRIMARY KEY NOT NULL,
	`months` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text,
	CONSTRAINT "retention_rules_wait_a_while" CHECK("retention_rules"."months" >= 1)
);
--> statement-breakpoint
CREATE TABLE `external_identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` text NOT NULL,
	`linked_at` integer NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `external_identities_by_person` ON `external_identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`person_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`made_at` integer NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`person_id`, `code_hash`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `second_factors` (
	`person_id` text PRIMARY KEY NOT NULL,
	`sealed_key` text NOT NULL,
	`started_at` integer NOT NULL,
	`confirmed_at` integer,
	`last_step` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`email` text NOT NULL,
	`person_id` text,
	`return_to` text NOT NULL,
	`requested_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_in_links_by_email` ON `sign_in_links` (`email`,`ended_at`);--> statement-breakpoint
CREATE INDEX `sign_in_links_by_person` ON `sign_in_links` (`person_id`);--> statement-breakpoint
CREATE INDEX `sign_in_links_by_age` ON `sign_in_links` (`expires_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`agency_id` text NOT NULL,
	`agency_standing` text DEFAULT 'confirmed' NOT NULL,
	`role_group_id` text,
	`job_title` text,
	`team` text,
	`line_manager_email` text,
	`access_needs` text,
	`dietary_needs` text,
	`password_hash` text,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	`merged_into_id` text,
	`erased_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role_group_id`) REFERENCES `role_groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "people_are_disabled_when_merged" CHECK("__new_people"."merged_into_id" is null or "__new_people"."disabled_at" is not null),
	CONSTRAINT "people_are_disabled_when_erased" CHECK("__new_people"."erased_at" is null or "__new_people"."disabled_at" is not null)
);
--> statement-breakpoint
INSERT INTO `__new_people`("id", "email", "name", "agency_id", "role_group_id", "job_title", "line_manager_email", "access_needs", "password_hash", "created_at", "disabled_at") SELECT "id", "email", "name", "agency_id", "role_group_id", "job_title", "line_manager_email", "access_needs", "password_hash", "created_at", "disabled_at" FROM `people`;--> statement-breakpoint
DROP TABLE `people`;--> statement-breakpoint
ALTER TABLE `__new_people` RENAME TO `people`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `people_by_email` ON `people` (lower("email"));--> statement-breakpoint
CREATE INDEX `people_by_agency` ON `people` (`agency_id`,`role_group_id`);--> statement-breakpoint
CREATE INDEX `people_by_name` ON `people` (lower("name"));--> statement-breakpoint
CREATE INDEX `people_by_line_manager` ON `people` (lower("line_manager_email"));--> statement-breakpoint
CREATE INDEX `people_awaiting_their_agency` ON `people` (`created_at`) WHERE "people"."agency_standing" <> 'confirmed';--> statement-breakpoint
CREATE INDEX `people_who_left` ON `people` (`disabled_at`) WHERE "people"."disabled_at" is not null;--> statement-breakpoint
ALTER TABLE `auth_sessions` ADD `last_seen_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `auth_sessions` ADD `proved_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `auth_sessions` ADD `method` text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE `auth_sessions` ADD `second_factor_at` integer;--> statement-breakpoint
ALTER TABLE `auth_sessions` ADD `device` text;--> statement-breakpoint
ALTER TABLE `partnership` ADD `second_factor_roles` text DEFAULT '["agency_lead","trainer","coordinator","sdg_member","scrutineer","admin"]' NOT NULL;--> statement-breakpoint
CREATE INDEX `audit_entries_by_action` ON `audit_entries` (`action`,`at`);--> statement-breakpoint
CREATE INDEX `audit_entries_by_time` ON `audit_entries` (`at`);