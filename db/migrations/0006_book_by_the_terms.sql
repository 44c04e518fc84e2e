CREATE TABLE `booking_approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`asked_of` text NOT NULL,
	`approver_email` text,
	`asked_at` integer NOT NULL,
	`answer_by` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	`answered_by` text,
	`note` text,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "booking_approvals_answered" CHECK(("booking_approvals"."answer" is null) = ("booking_approvals"."answered_at" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `booking_approvals_one_open` ON `booking_approvals` (`booking_id`) WHERE "booking_approvals"."answer" is null;--> statement-breakpoint
CREATE INDEX `booking_approvals_by_booking` ON `booking_approvals` (`booking_id`);--> statement-breakpoint
CREATE INDEX `booking_approvals_to_answer` ON `booking_approvals` (`answer_by`) WHERE "booking_approvals"."answer" is null;--> statement-breakpoint
CREATE TABLE `booking_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text,
	`set_aside_since` integer,
	`split_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `booking_groups_by_session` ON `booking_groups` (`session_id`);--> statement-breakpoint
CREATE TABLE `held_places` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`kind` text NOT NULL,
	`agency_id` text NOT NULL,
	`mode` text NOT NULL,
	`places` integer NOT NULL,
	`releases_at` integer NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text,
	`ended_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "held_places_hold_someone" CHECK("held_places"."places" > 0)
);
--> statement-breakpoint
CREATE INDEX `held_places_by_session` ON `held_places` (`session_id`) WHERE "held_places"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `held_places_to_release` ON `held_places` (`releases_at`) WHERE "held_places"."ended_at" is null;--> statement-breakpoint
CREATE TABLE `prerequisite_claims` (
	`booking_id` text NOT NULL,
	`prerequisite_id` text NOT NULL,
	`said` text,
	`made_at` integer NOT NULL,
	`accepted` integer,
	`decided_at` integer,
	`decided_by` text,
	PRIMARY KEY(`booking_id`, `prerequisite_id`),
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prerequisite_id`) REFERENCES `course_prerequisites`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `promotions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`booking_id` text NOT NULL,
	`session_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`policy` text NOT NULL,
	`terms_id` text,
	`reason` text NOT NULL,
	`inputs` text NOT NULL,
	`by_person_id` text,
	`override_reason` text,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`terms_id`) REFERENCES `booking_terms`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "promotions_overrides_have_someone" CHECK("promotions"."kind" = 'policy' or "promotions"."by_person_id" is not null)
);
--> statement-breakpoint
CREATE INDEX `promotions_by_session` ON `promotions` (`session_id`,`id`);--> statement-breakpoint
CREATE INDEX `promotions_by_booking` ON `promotions` (`booking_id`,`id`);--> statement-breakpoint
CREATE TABLE `course_audiences` (
	`course_id` text NOT NULL,
	`role_group_id` text NOT NULL,
	PRIMARY KEY(`course_id`, `role_group_id`),
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role_group_id`) REFERENCES `role_groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `course_prerequisites` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`kind` text NOT NULL,
	`required_course_id` text,
	`competency_id` text,
	`e_learning` text,
	`within_months` integer,
	`position` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`required_course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`competency_id`) REFERENCES `competencies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "course_prerequisites_name_one_thing" CHECK(("course_prerequisites"."kind" = 'course') = ("course_prerequisites"."required_course_id" is not null) and ("course_prerequisites"."kind" = 'competency') = ("course_prerequisites"."competency_id" is not null) and ("course_prerequisites"."kind" = 'e-learning') = ("course_prerequisites"."e_learning" is not null))
);
--> statement-breakpoint
CREATE INDEX `course_prerequisites_by_course` ON `course_prerequisites` (`course_id`,`position`);--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`booking_id` text NOT NULL,
	`person_id` text NOT NULL,
	`course_id` text NOT NULL,
	`course_title` text NOT NULL,
	`minutes` integer NOT NULL,
	`completed_on` text NOT NULL,
	`expires_on` text,
	`given_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_number_unique` ON `certificates` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_one_in_force` ON `certificates` (`booking_id`) WHERE "certificates"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX `certificates_by_person` ON `certificates` (`person_id`,`completed_on`);--> statement-breakpoint
CREATE INDEX `certificates_that_expire` ON `certificates` (`expires_on`) WHERE "certificates"."expires_on" is not null;--> statement-breakpoint
CREATE TABLE `external_learning` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`title` text NOT NULL,
	`provider` text NOT NULL,
	`completed_on` text NOT NULL,
	`minutes` integer NOT NULL,
	`evidence` text NOT NULL,
	`course_id` text,
	`state` text NOT NULL,
	`valid_until` text,
	`submitted_at` integer NOT NULL,
	`reviewed_at` integer,
	`reviewed_by` text,
	`review_note` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "external_learning_reviewed" CHECK(("external_learning"."state" = 'submitted') = ("external_learning"."reviewed_at" is null)),
	CONSTRAINT "external_learning_lasts_a_while" CHECK("external_learning"."minutes" > 0)
);
--> statement-breakpoint
CREATE INDEX `external_learning_by_person` ON `external_learning` (`person_id`,`completed_on`);--> statement-breakpoint
CREATE INDEX `external_learning_to_review` ON `external_learning` (`submitted_at`) WHERE "external_learning"."state" = 'submitted';--> statement-breakpoint
CREATE TABLE `external_learning_competencies` (
	`external_learning_id` text NOT NULL,
	`competency_id` text NOT NULL,
	PRIMARY KEY(`external_learning_id`, `competency_id`),
	FOREIGN KEY (`external_learning_id`) REFERENCES `external_learning`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`competency_id`) REFERENCES `competencies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `external_learning_competencies_by_competency` ON `external_learning_competencies` (`competency_id`);--> statement-breakpoint
CREATE TABLE `rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`name` text NOT NULL,
	`capacity` integer NOT NULL,
	`access` text,
	`archived_at` integer,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rooms_hold_someone" CHECK("rooms"."capacity" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_by_venue` ON `rooms` (`venue_id`,`name`);--> statement-breakpoint
CREATE TABLE `session_materials` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`title` text NOT NULL,
	`url` text NOT NULL,
	`shown_to` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_materials_by_session` ON `session_materials` (`session_id`,`added_at`);--> statement-breakpoint
CREATE TABLE `booking_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`board_code` text NOT NULL,
	`version` integer NOT NULL,
	`in_force_from` integer NOT NULL,
	`rules` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by` text,
	FOREIGN KEY (`board_code`) REFERENCES `boards`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `booking_terms_by_version` ON `booking_terms` (`board_code`,`version`);--> statement-breakpoint
CREATE INDEX `booking_terms_in_force` ON `booking_terms` (`board_code`,`in_force_from`);--> statement-breakpoint
CREATE TABLE `charge_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`charge_id` text NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`note` text,
	`at` integer NOT NULL,
	`by_person_id` text,
	FOREIGN KEY (`charge_id`) REFERENCES `charges`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `charge_changes_by_charge` ON `charge_changes` (`charge_id`,`id`);--> statement-breakpoint
CREATE TABLE `charges` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`session_id` text NOT NULL,
	`person_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`terms_id` text NOT NULL,
	`kind` text NOT NULL,
	`pence` integer NOT NULL,
	`basis` text NOT NULL,
	`state` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`terms_id`) REFERENCES `booking_terms`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "charges_are_positive" CHECK("charges"."pence" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `charges_once` ON `charges` (`booking_id`,`kind`);--> statement-breakpoint
CREATE INDEX `charges_by_agency` ON `charges` (`agency_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `charges_by_person` ON `charges` (`person_id`);--> statement-breakpoint
CREATE INDEX `charges_by_state` ON `charges` (`state`,`made_at`);--> statement-breakpoint
DROP INDEX `bookings_live_once`;--> statement-breakpoint
ALTER TABLE `bookings` ADD `mode` text DEFAULT 'in person' NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `terms_id` text REFERENCES booking_terms(id);--> statement-breakpoint
ALTER TABLE `bookings` ADD `group_id` text REFERENCES booking_groups(id);--> statement-breakpoint
ALTER TABLE `bookings` ADD `held_places_id` text REFERENCES held_places(id);--> statement-breakpoint
ALTER TABLE `bookings` ADD `moved_to_id` text REFERENCES bookings(id);--> statement-breakpoint
ALTER TABLE `bookings` ADD `walk_in` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `bookings_by_group` ON `bookings` (`group_id`) WHERE "bookings"."group_id" is not null;--> statement-breakpoint
CREATE INDEX `bookings_by_held_places` ON `bookings` (`held_places_id`) WHERE "bookings"."held_places_id" is not null;--> statement-breakpoint
CREATE INDEX `bookings_hoping` ON `bookings` (`state`,`queued_at`) WHERE "bookings"."state" in ('waiting', 'requested');--> statement-breakpoint
CREATE UNIQUE INDEX `bookings_live_once` ON `bookings` (`session_id`,`person_id`) WHERE "bookings"."state" not in ('cancelled', 'declined', 'expired', 'moved');--> statement-breakpoint
ALTER TABLE `booking_changes` ADD `acted_as` text;--> statement-breakpoint
ALTER TABLE `booking_changes` ADD `cause` text;--> statement-breakpoint
ALTER TABLE `booking_changes` ADD `notice` integer;--> statement-breakpoint
ALTER TABLE `booking_changes` ADD `late` integer;--> statement-breakpoint
ALTER TABLE `courses` ADD `approval` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `courses` ADD `terms_board_code` text REFERENCES boards(code);--> statement-breakpoint
ALTER TABLE `courses` ADD `certificate_needs` text DEFAULT 'attendance and evaluation' NOT NULL;--> statement-breakpoint
ALTER TABLE `courses` ADD `certificate_months` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `room_id` text REFERENCES rooms(id);--> statement-breakpoint
ALTER TABLE `sessions` ADD `online_capacity` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `minimum` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `decide_by` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `go_ahead_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `opens_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `series_id` text;--> statement-breakpoint
CREATE INDEX `sessions_by_series` ON `sessions` (`series_id`) WHERE "sessions"."series_id" is not null;--> statement-breakpoint
ALTER TABLE `venues` ADD `archived_at` integer;
--> statement-breakpoint
UPDATE `bookings` SET `mode` = 'online' WHERE `session_id` IN (SELECT `id` FROM `sessions` WHERE `mode` = 'online');
--> statement-breakpoint
DROP TRIGGER `booking_changes_are_not_changed`;
--> statement-breakpoint
CREATE TRIGGER `booking_changes_are_not_changed` BEFORE UPDATE ON `booking_changes` WHEN NOT (new.`reason` IS NULL AND new.`id` = old.`id` AND new.`booking_id` = old.`booking_id` AND new.`from_state` IS old.`from_state` AND new.`to_state` = old.`to_state` AND new.`at` = old.`at` AND new.`by_person_id` IS old.`by_person_id` AND new.`acted_as` IS old.`acted_as` AND new.`cause` IS old.`cause` AND new.`notice` IS old.`notice` AND new.`late` IS old.`late`) BEGIN SELECT RAISE(ABORT, 'booking history is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `promotions_are_not_changed` BEFORE UPDATE ON `promotions` WHEN NOT (new.`override_reason` IS NULL AND new.`id` = old.`id` AND new.`booking_id` = old.`booking_id` AND new.`session_id` = old.`session_id` AND new.`at` = old.`at` AND new.`kind` = old.`kind` AND new.`policy` = old.`policy` AND new.`terms_id` IS old.`terms_id` AND new.`reason` = old.`reason` AND new.`inputs` = old.`inputs` AND new.`by_person_id` IS old.`by_person_id`) BEGIN SELECT RAISE(ABORT, 'promotions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `promotions_are_not_deleted` BEFORE DELETE ON `promotions` BEGIN SELECT RAISE(ABORT, 'promotions are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `charge_changes_are_not_changed` BEFORE UPDATE ON `charge_changes` WHEN NOT (new.`note` IS NULL AND new.`id` = old.`id` AND new.`charge_id` = old.`charge_id` AND new.`from_state` IS old.`from_state` AND new.`to_state` = old.`to_state` AND new.`at` = old.`at` AND new.`by_person_id` IS old.`by_person_id`) BEGIN SELECT RAISE(ABORT, 'what became of a charge is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `charge_changes_are_not_deleted` BEFORE DELETE ON `charge_changes` BEGIN SELECT RAISE(ABORT, 'what became of a charge is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `booking_terms_are_not_changed` BEFORE UPDATE ON `booking_terms` BEGIN SELECT RAISE(ABORT, 'a version of the terms is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `booking_terms_are_not_deleted` BEFORE DELETE ON `booking_terms` BEGIN SELECT RAISE(ABORT, 'a version of the terms is never changed'); END;
