-- A reason that somebody typed may be taken out when they are erased; nothing else of the history ever changes.
DROP TRIGGER `booking_changes_are_not_changed`;
--> statement-breakpoint
CREATE TRIGGER `booking_changes_are_not_changed` BEFORE UPDATE ON `booking_changes` WHEN NOT (new.`reason` IS NULL AND new.`id` = old.`id` AND new.`booking_id` = old.`booking_id` AND new.`from_state` IS old.`from_state` AND new.`to_state` = old.`to_state` AND new.`at` = old.`at` AND new.`by_person_id` IS old.`by_person_id`) BEGIN SELECT RAISE(ABORT, 'booking history is append-only'); END;
