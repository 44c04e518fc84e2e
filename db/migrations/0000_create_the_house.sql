CREATE TABLE `agencies` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sector` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agencies_name_unique` ON `agencies` (`name`);--> statement-breakpoint
CREATE TABLE `agency_domains` (
	`domain` text NOT NULL,
	`agency_id` text NOT NULL,
	PRIMARY KEY(`domain`, `agency_id`),
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `auth_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`started_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `auth_sessions_by_person` ON `auth_sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `boards` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`concern` text NOT NULL,
	`shape` text NOT NULL,
	`colour` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `partnership` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`service_name` text NOT NULL,
	`place` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_email` text NOT NULL,
	`logo_path` text NOT NULL,
	`brand_colour` text NOT NULL,
	CONSTRAINT "partnership_is_one_row" CHECK("partnership"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`agency_id` text NOT NULL,
	`role_group_id` text,
	`job_title` text,
	`line_manager_email` text,
	`access_needs` text,
	`password_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role_group_id`) REFERENCES `role_groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_by_email` ON `people` (lower("email"));--> statement-breakpoint
CREATE INDEX `people_by_agency` ON `people` (`agency_id`,`role_group_id`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_at` integer NOT NULL,
	`granted_by` text,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `role_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_groups_name_unique` ON `role_groups` (`name`);--> statement-breakpoint
CREATE TABLE `strategic_delivery_group_boards` (
	`group_id` text NOT NULL,
	`board_code` text NOT NULL,
	PRIMARY KEY(`group_id`, `board_code`),
	FOREIGN KEY (`group_id`) REFERENCES `strategic_delivery_groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`board_code`) REFERENCES `boards`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `strategic_delivery_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `strategic_delivery_groups_name_unique` ON `strategic_delivery_groups` (`name`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_person_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`about_person_id` text,
	`screen` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_by_subject` ON `audit_entries` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `audit_entries_by_person` ON `audit_entries` (`about_person_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_entries_by_actor` ON `audit_entries` (`actor_person_id`,`at`);--> statement-breakpoint
CREATE TABLE `attendance_marks` (
	`booking_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`mark` text NOT NULL,
	`marked_at` integer NOT NULL,
	`marked_by` text NOT NULL,
	PRIMARY KEY(`booking_id`, `meeting_id`),
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendance_marks_by_meeting` ON `attendance_marks` (`meeting_id`);--> statement-breakpoint
CREATE TABLE `booking_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`booking_id` text NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`at` integer NOT NULL,
	`by_person_id` text,
	`reason` text,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `booking_changes_by_booking` ON `booking_changes` (`booking_id`,`id`);--> statement-breakpoint
CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`queued_at` integer,
	`offer_ends_at` integer,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bookings_offered_until" CHECK(("bookings"."state" = 'offered') = ("bookings"."offer_ends_at" is not null)),
	CONSTRAINT "bookings_waiting_since" CHECK("bookings"."state" <> 'waiting' or "bookings"."queued_at" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_reference_unique` ON `bookings` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_live_once` ON `bookings` (`session_id`,`person_id`) WHERE "bookings"."state" not in ('cancelled', 'declined', 'expired');--> statement-breakpoint
CREATE INDEX `bookings_by_session` ON `bookings` (`session_id`,`state`,`queued_at`);--> statement-breakpoint
CREATE INDEX `bookings_by_person` ON `bookings` (`person_id`,`state`);--> statement-breakpoint
CREATE INDEX `bookings_offers` ON `bookings` (`offer_ends_at`) WHERE "bookings"."state" = 'offered';--> statement-breakpoint
CREATE TABLE `registers` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`taken_at` integer NOT NULL,
	`taken_by` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `competencies` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`description` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `competencies_name_unique` ON `competencies` (`name`);--> statement-breakpoint
CREATE TABLE `course_boards` (
	`course_id` text NOT NULL,
	`board_code` text NOT NULL,
	PRIMARY KEY(`course_id`, `board_code`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`board_code`) REFERENCES `boards`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `course_boards_by_board` ON `course_boards` (`board_code`);--> statement-breakpoint
CREATE TABLE `course_competencies` (
	`course_id` text NOT NULL,
	`competency_id` text NOT NULL,
	PRIMARY KEY(`course_id`, `competency_id`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`competency_id`) REFERENCES `competencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `course_competencies_by_competency` ON `course_competencies` (`competency_id`);--> statement-breakpoint
CREATE TABLE `course_learning_sources` (
	`course_id` text NOT NULL,
	`source_code` text NOT NULL,
	PRIMARY KEY(`course_id`, `source_code`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_code`) REFERENCES `learning_source_kinds`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `course_outcomes` (
	`course_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`course_id`, `position`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `courses` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`audience` text NOT NULL,
	`activity_type` text NOT NULL,
	`theme_slug` text NOT NULL,
	`led_by` text,
	`minutes` integer NOT NULL,
	`content_note` text,
	`offered` integer NOT NULL,
	FOREIGN KEY (`theme_slug`) REFERENCES `themes`(`slug`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "courses_last_a_while" CHECK("courses"."minutes" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `courses_slug_unique` ON `courses` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `courses_title_unique` ON `courses` (`title`);--> statement-breakpoint
CREATE INDEX `courses_by_theme` ON `courses` (`theme_slug`);--> statement-breakpoint
CREATE TABLE `themes` (
	`slug` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`years` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `themes_name_unique` ON `themes` (`name`);--> statement-breakpoint
CREATE TABLE `answers` (
	`booking_id` text NOT NULL,
	`stage` text NOT NULL,
	`item_id` text NOT NULL,
	`value` real NOT NULL,
	PRIMARY KEY(`booking_id`, `stage`, `item_id`),
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`,`stage`) REFERENCES `responses`(`booking_id`,`stage`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `instrument_items` (
	`instrument_id` text NOT NULL,
	`item_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`instrument_id`, `item_id`),
	FOREIGN KEY (`instrument_id`) REFERENCES `instruments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `instruments` (
	`id` text PRIMARY KEY NOT NULL,
	`stage` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`introduction` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `instruments_by_stage` ON `instruments` (`stage`,`version`);--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`wording` text NOT NULL,
	`kind` text NOT NULL,
	`lowest` integer NOT NULL,
	`highest` integer NOT NULL,
	`lowest_label` text NOT NULL,
	`middle_label` text,
	`highest_label` text NOT NULL,
	CONSTRAINT "items_have_a_scale" CHECK("items"."highest" > "items"."lowest")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `items_by_version` ON `items` (`slug`,`version`);--> statement-breakpoint
CREATE TABLE `responses` (
	`booking_id` text NOT NULL,
	`stage` text NOT NULL,
	`instrument_id` text NOT NULL,
	`submitted_at` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `stage`),
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`instrument_id`) REFERENCES `instruments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `practice_measure_points` (
	`measure_number` text NOT NULL,
	`period` text NOT NULL,
	`target` real,
	`outcome` real,
	PRIMARY KEY(`measure_number`, `period`),
	FOREIGN KEY (`measure_number`) REFERENCES `practice_measures`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "practice_measure_points_say_something" CHECK("practice_measure_points"."target" is not null or "practice_measure_points"."outcome" is not null)
);
--> statement-breakpoint
CREATE TABLE `practice_measures` (
	`number` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`unit` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `learning_source_kinds` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`board_code` text,
	FOREIGN KEY (`board_code`) REFERENCES `boards`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `requirements` (
	`role_group_id` text NOT NULL,
	`competency_id` text NOT NULL,
	`board_code` text NOT NULL,
	`renew_months` integer,
	PRIMARY KEY(`role_group_id`, `competency_id`),
	FOREIGN KEY (`role_group_id`) REFERENCES `role_groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`competency_id`) REFERENCES `competencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`board_code`) REFERENCES `boards`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `self_assessment_answers` (
	`self_assessment_id` text NOT NULL,
	`competency_id` text NOT NULL,
	`last_trained` text,
	`confidence` integer,
	PRIMARY KEY(`self_assessment_id`, `competency_id`),
	FOREIGN KEY (`self_assessment_id`) REFERENCES `self_assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`competency_id`) REFERENCES `competencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `self_assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`taken_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `self_assessments_by_person` ON `self_assessments` (`person_id`,`taken_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`to_person_id` text,
	`to_email` text NOT NULL,
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
	`last_problem` text,
	`subject` text,
	`html` text,
	`text` text,
	`calendar` text,
	`calendar_method` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`priority`,`due_at`) WHERE "outbox"."state" in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX `outbox_troubled` ON `outbox` (`created_at`) WHERE "outbox"."state" in ('failed', 'unsure');--> statement-breakpoint
CREATE INDEX `outbox_by_person` ON `outbox` (`to_person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `worker_turns` (
	`task` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`number` integer NOT NULL,
	`date` text NOT NULL,
	`start_time` text NOT NULL,
	`end_time` text NOT NULL,
	`zone` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meetings_end_after_start" CHECK("meetings"."ends_at" > "meetings"."starts_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_by_session` ON `meetings` (`session_id`,`number`);--> statement-breakpoint
CREATE INDEX `meetings_by_start` ON `meetings` (`starts_at`);--> statement-breakpoint
CREATE TABLE `recorded_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`activity_type` text NOT NULL,
	`audience` text,
	`attended` integer,
	`note` text,
	`sameness` text NOT NULL,
	`imported_at` integer NOT NULL,
	CONSTRAINT "recorded_deliveries_count_people" CHECK("recorded_deliveries"."attended" is null or "recorded_deliveries"."attended" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recorded_deliveries_sameness_unique` ON `recorded_deliveries` (`sameness`);--> statement-breakpoint
CREATE TABLE `recorded_delivery_dates` (
	`delivery_id` text NOT NULL,
	`date` text NOT NULL,
	PRIMARY KEY(`delivery_id`, `date`),
	FOREIGN KEY (`delivery_id`) REFERENCES `recorded_deliveries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recorded_delivery_dates_by_date` ON `recorded_delivery_dates` (`date`);--> statement-breakpoint
CREATE TABLE `recorded_delivery_measures` (
	`delivery_id` text NOT NULL,
	`measure_number` text NOT NULL,
	PRIMARY KEY(`delivery_id`, `measure_number`),
	FOREIGN KEY (`delivery_id`) REFERENCES `recorded_deliveries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recorded_delivery_measures_by_measure` ON `recorded_delivery_measures` (`measure_number`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`status` text NOT NULL,
	`mode` text NOT NULL,
	`venue_id` text,
	`joining_link` text,
	`capacity` integer NOT NULL,
	`booking_closes_at` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sessions_hold_someone" CHECK("sessions"."capacity" >= 0),
	CONSTRAINT "sessions_end_after_start" CHECK("sessions"."ends_at" > "sessions"."starts_at"),
	CONSTRAINT "sessions_in_person_have_a_venue" CHECK("sessions"."mode" <> 'in person' or "sessions"."venue_id" is not null)
);
--> statement-breakpoint
CREATE INDEX `sessions_by_start` ON `sessions` (`status`,`starts_at`);--> statement-breakpoint
CREATE INDEX `sessions_by_course` ON `sessions` (`course_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `trainer_assignments` (
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`part` text NOT NULL,
	`assigned_at` integer NOT NULL,
	`assigned_by` text,
	PRIMARY KEY(`session_id`, `person_id`),
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `trainers`(`person_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trainer_assignments_by_person` ON `trainer_assignments` (`person_id`);--> statement-breakpoint
CREATE TABLE `venues` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`address` text NOT NULL,
	`postcode` text NOT NULL,
	`access` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `venues_name_unique` ON `venues` (`name`);--> statement-breakpoint
CREATE TABLE `trainer_approvals` (
	`person_id` text NOT NULL,
	`course_id` text NOT NULL,
	`until` text NOT NULL,
	`approved_at` integer NOT NULL,
	`approved_by` text,
	PRIMARY KEY(`person_id`, `course_id`),
	FOREIGN KEY (`person_id`) REFERENCES `trainers`(`person_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trainer_approvals_by_course` ON `trainer_approvals` (`course_id`);--> statement-breakpoint
CREATE TABLE `trainers` (
	`person_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`joined_on` text NOT NULL,
	`left_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "trainers_leave_after_joining" CHECK("trainers"."left_on" is null or "trainers"."left_on" >= "trainers"."joined_on")
);
