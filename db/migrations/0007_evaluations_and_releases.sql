CREATE TABLE `course_evaluations` (
	`course_id` text PRIMARY KEY NOT NULL,
	`on_arrival` integer DEFAULT false NOT NULL,
	`six_months` integer DEFAULT false NOT NULL,
	`recall` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `item_options` (
	`item_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`right` integer,
	PRIMARY KEY(`item_id`, `position`),
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`respondent_id` text NOT NULL,
	`stage` text NOT NULL,
	`item_id` text NOT NULL,
	`text` text NOT NULL,
	`quotable` integer DEFAULT false NOT NULL,
	`state` text DEFAULT 'to read' NOT NULL,
	`redacted` text,
	`read_at` integer,
	`read_by` text,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`read_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`respondent_id`,`stage`) REFERENCES `responses`(`respondent_id`,`stage`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "comments_quoted_as_redacted" CHECK("comments"."state" <> 'quoted' or "comments"."redacted" is not null)
);
--> statement-breakpoint
CREATE INDEX `comments_by_response` ON `comments` (`respondent_id`,`stage`);--> statement-breakpoint
CREATE INDEX `comments_by_state` ON `comments` (`state`);--> statement-breakpoint
CREATE TABLE `evaluation_drafts` (
	`booking_id` text NOT NULL,
	`stage` text NOT NULL,
	`fields` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `stage`),
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evaluation_drafts_by_age` ON `evaluation_drafts` (`saved_at`);--> statement-breakpoint
CREATE TABLE `evaluation_letters` (
	`booking_id` text NOT NULL,
	`stage` text NOT NULL,
	`number` integer NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `stage`, `number`),
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `evaluation_receipts` (
	`booking_id` text NOT NULL,
	`stage` text NOT NULL,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `stage`),
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `respondents` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text,
	`session_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`manager_may_be_asked` integer,
	`unlinked_at` integer,
	FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "respondents_linked_or_not" CHECK(("respondents"."booking_id" is null) = ("respondents"."unlinked_at" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `respondents_bookingId_unique` ON `respondents` (`booking_id`);--> statement-breakpoint
CREATE INDEX `respondents_by_session` ON `respondents` (`session_id`,`agency_id`);--> statement-breakpoint
CREATE TABLE `commitment_follow_ups` (
	`commitment_id` text NOT NULL,
	`stage` text NOT NULL,
	`outcome` text,
	`evidence` text,
	`opportunity` integer,
	`seen` text,
	`answered_at` integer NOT NULL,
	PRIMARY KEY(`commitment_id`, `stage`),
	FOREIGN KEY (`commitment_id`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commitment_follow_ups_by_one" CHECK(("commitment_follow_ups"."stage" = 'M' and "commitment_follow_ups"."outcome" is null) or ("commitment_follow_ups"."stage" <> 'M' and "commitment_follow_ups"."seen" is null))
);
--> statement-breakpoint
CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`respondent_id` text NOT NULL,
	`position` integer NOT NULL,
	`what` text NOT NULL,
	`by_when` text,
	`with_whom` text,
	`sure` integer,
	`obstacle` text,
	`quotable` integer DEFAULT false NOT NULL,
	`state` text DEFAULT 'to read' NOT NULL,
	`redacted` text,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`respondent_id`) REFERENCES `respondents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "commitments_up_to_three" CHECK("commitments"."position" between 1 and 3),
	CONSTRAINT "commitments_sure" CHECK("commitments"."sure" is null or "commitments"."sure" between 0 and 10),
	CONSTRAINT "commitments_quoted_as_redacted" CHECK("commitments"."state" <> 'quoted' or "commitments"."redacted" is not null)
);
--> statement-breakpoint
CREATE INDEX `commitments_by_respondent` ON `commitments` (`respondent_id`,`position`);--> statement-breakpoint
CREATE INDEX `commitments_by_state` ON `commitments` (`state`);--> statement-breakpoint
CREATE TABLE `practice_measure_courses` (
	`measure_number` text NOT NULL,
	`course_id` text NOT NULL,
	PRIMARY KEY(`measure_number`, `course_id`),
	FOREIGN KEY (`measure_number`) REFERENCES `practice_measures`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practice_measure_courses_by_course` ON `practice_measure_courses` (`course_id`);--> statement-breakpoint
CREATE TABLE `practice_measure_themes` (
	`measure_number` text NOT NULL,
	`theme_slug` text NOT NULL,
	PRIMARY KEY(`measure_number`, `theme_slug`),
	FOREIGN KEY (`measure_number`) REFERENCES `practice_measures`(`number`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_slug`) REFERENCES `themes`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practice_measure_themes_by_theme` ON `practice_measure_themes` (`theme_slug`);--> statement-breakpoint
CREATE TABLE `session_figure_states` (
	`session_id` text PRIMARY KEY NOT NULL,
	`responses` integer NOT NULL,
	`fingerprint` text NOT NULL,
	`closed_stage` text,
	`worked_out_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session_figures` (
	`session_id` text PRIMARY KEY NOT NULL,
	`sums` text NOT NULL,
	`counts` text NOT NULL,
	`agencies` text NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `impact_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`release_id` text NOT NULL,
	`position` integer NOT NULL,
	`finding` text NOT NULL,
	`action` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text NOT NULL,
	`measure_number` text,
	`state` text DEFAULT 'open' NOT NULL,
	`closed_at` integer,
	`outcome` text,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measure_number`) REFERENCES `practice_measures`(`number`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "impact_actions_closed" CHECK(("impact_actions"."state" = 'open') = ("impact_actions"."closed_at" is null))
);
--> statement-breakpoint
CREATE INDEX `impact_actions_by_release` ON `impact_actions` (`release_id`,`position`);--> statement-breakpoint
CREATE INDEX `impact_actions_open` ON `impact_actions` (`due_on`) WHERE "impact_actions"."state" = 'open';--> statement-breakpoint
CREATE TABLE `release_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`release_id` text NOT NULL,
	`section` text NOT NULL,
	`text` text NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `release_comments_by_release` ON `release_comments` (`release_id`,`written_at`);--> statement-breakpoint
CREATE TABLE `release_narratives` (
	`release_id` text NOT NULL,
	`section` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`release_id`, `section`),
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `release_slices` (
	`release_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`release_id`, `kind`, `key`),
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `releases` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer,
	`title` text NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	`state` text NOT NULL,
	`drafted_at` integer NOT NULL,
	`drafted_by` text NOT NULL,
	`frozen_at` integer,
	`inputs` text,
	`method_version` text,
	`figures` text,
	`signed_off_at` integer,
	`signed_off_by` text,
	`public_at` integer,
	`withdrawn_at` integer,
	`withdrawn_because` text,
	FOREIGN KEY (`drafted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_off_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "releases_numbered_when_signed" CHECK(("releases"."number" is null) = ("releases"."signed_off_at" is null)
        and ("releases"."signed_off_at" is null) = ("releases"."signed_off_by" is null)),
	CONSTRAINT "releases_frozen_for_review" CHECK("releases"."state" = 'draft' or ("releases"."inputs" is not null and "releases"."figures" is not null and "releases"."frozen_at" is not null)),
	CONSTRAINT "releases_public_once_signed" CHECK("releases"."public_at" is null or "releases"."signed_off_at" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `releases_by_number` ON `releases` (`number`) WHERE "releases"."number" is not null;--> statement-breakpoint
CREATE INDEX `releases_by_state` ON `releases` (`state`);--> statement-breakpoint
-- What has been answered so far gets a respondent with an id of chance, and a receipt by booking.
INSERT INTO `respondents`("id", "booking_id", "session_id", "agency_id")
SELECT lower(hex(randomblob(16))), "bookings"."id", "bookings"."session_id", "people"."agency_id"
FROM `bookings` JOIN `people` ON "people"."id" = "bookings"."person_id"
WHERE "bookings"."id" IN (SELECT "booking_id" FROM `responses`);
--> statement-breakpoint
INSERT INTO `evaluation_receipts`("booking_id", "stage", "answered_at")
SELECT "booking_id", "stage", "submitted_at" FROM `responses`;
--> statement-breakpoint
CREATE TABLE `__new_answers` (
	`respondent_id` text NOT NULL,
	`stage` text NOT NULL,
	`item_id` text NOT NULL,
	`value` real NOT NULL,
	PRIMARY KEY(`respondent_id`, `stage`, `item_id`),
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`respondent_id`,`stage`) REFERENCES `responses`(`respondent_id`,`stage`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_answers`("respondent_id", "stage", "item_id", "value") SELECT "respondents"."id", "stage", "item_id", "value"
FROM `answers` JOIN `respondents` ON "respondents"."booking_id" = "answers"."booking_id";--> statement-breakpoint
DROP TABLE `answers`;--> statement-breakpoint
ALTER TABLE `__new_answers` RENAME TO `answers`;--> statement-breakpoint
CREATE TABLE `__new_responses` (
	`respondent_id` text NOT NULL,
	`stage` text NOT NULL,
	`instrument_id` text NOT NULL,
	`course_instrument_id` text,
	`submitted_at` integer NOT NULL,
	`kept_apart` text,
	`confidence` real,
	`scenarios` real,
	PRIMARY KEY(`respondent_id`, `stage`),
	FOREIGN KEY (`respondent_id`) REFERENCES `respondents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`instrument_id`) REFERENCES `instruments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_instrument_id`) REFERENCES `instruments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_responses`("respondent_id", "stage", "instrument_id", "submitted_at", "confidence")
SELECT "respondents"."id", "responses"."stage", "responses"."instrument_id", "responses"."submitted_at", (
	SELECT CASE WHEN 2 * count("answers"."value") >= count(*) THEN avg("answers"."value") END
	FROM `instrument_items`
	JOIN `items` ON "items"."id" = "instrument_items"."item_id" AND "items"."kind" = 'confidence'
	LEFT JOIN `answers` ON "answers"."respondent_id" = "respondents"."id"
		AND "answers"."stage" = "responses"."stage" AND "answers"."item_id" = "items"."id"
	WHERE "instrument_items"."instrument_id" = "responses"."instrument_id")
FROM `responses` JOIN `respondents` ON "respondents"."booking_id" = "responses"."booking_id";--> statement-breakpoint
DROP TABLE `responses`;--> statement-breakpoint
ALTER TABLE `__new_responses` RENAME TO `responses`;--> statement-breakpoint
CREATE TABLE `__new_items` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`version` integer NOT NULL,
	`wording` text NOT NULL,
	`kind` text NOT NULL,
	`lowest` integer,
	`highest` integer,
	`lowest_label` text,
	`middle_label` text,
	`highest_label` text,
	`course_id` text,
	`outcome` integer,
	`recalls_item_id` text,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recalls_item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "items_have_a_scale" CHECK(("__new_items"."kind" in ('confidence', 'recalled', 'reaction')) = ("__new_items"."lowest" is not null)
        and ("__new_items"."lowest" is null) = ("__new_items"."highest" is null)
        and ("__new_items"."lowest" is null or "__new_items"."highest" > "__new_items"."lowest")),
	CONSTRAINT "items_recall_another" CHECK(("__new_items"."kind" = 'recalled') = ("__new_items"."recalls_item_id" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_items`("id", "slug", "version", "wording", "kind", "lowest", "highest", "lowest_label", "middle_label", "highest_label")
SELECT "id", "slug", "version", "wording", "kind", "lowest", "highest", "lowest_label", "middle_label", "highest_label" FROM `items`;--> statement-breakpoint
DROP TABLE `items`;--> statement-breakpoint
ALTER TABLE `__new_items` RENAME TO `items`;--> statement-breakpoint
CREATE UNIQUE INDEX `items_by_version` ON `items` (`slug`,`version`);--> statement-breakpoint
CREATE INDEX `items_by_course` ON `items` (`course_id`) WHERE "items"."course_id" is not null;--> statement-breakpoint
DROP INDEX `instruments_by_stage`;--> statement-breakpoint
ALTER TABLE `instruments` ADD `course_id` text REFERENCES courses(id);--> statement-breakpoint
ALTER TABLE `instruments` ADD `published_at` integer;--> statement-breakpoint
UPDATE `instruments` SET "published_at" = 0;--> statement-breakpoint
CREATE UNIQUE INDEX `instruments_one_draft` ON `instruments` (`stage`, coalesce("course_id", '')) WHERE "instruments"."published_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `instruments_by_stage` ON `instruments` (`stage`, coalesce("course_id", ''), `version`);--> statement-breakpoint
ALTER TABLE `practice_measure_points` ADD `cases` integer;--> statement-breakpoint
ALTER TABLE `practice_measures` ADD `source` text DEFAULT 'audit' NOT NULL;--> statement-breakpoint
ALTER TABLE `practice_measures` ADD `question` text;--> statement-breakpoint
ALTER TABLE `practice_measures` ADD `better` text;
