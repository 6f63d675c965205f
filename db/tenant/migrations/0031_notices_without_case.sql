PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`told` text NOT NULL,
	`case_id` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_notices`("id", "user_id", "kind", "source", "told", "case_id", "by", "at", "read_at") SELECT "id", "user_id", "kind", "source", "told", "case_id", "by", "at", "read_at" FROM `notices`;--> statement-breakpoint
DROP TABLE `notices`;--> statement-breakpoint
ALTER TABLE `__new_notices` RENAME TO `notices`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`user_id`,`kind`,`source`);--> statement-breakpoint
CREATE INDEX `notices_newest` ON `notices` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `notices_unread` ON `notices` (`user_id`,`case_id`) WHERE read_at is null;--> statement-breakpoint
CREATE INDEX `notices_by_source` ON `notices` (`kind`,`source`);--> statement-breakpoint
CREATE INDEX `notices_by_time` ON `notices` (`at`);