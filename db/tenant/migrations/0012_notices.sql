CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`told` text NOT NULL,
	`case_id` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`user_id`,`kind`,`source`);--> statement-breakpoint
CREATE INDEX `notices_newest` ON `notices` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `notices_unread` ON `notices` (`user_id`,`case_id`) WHERE read_at is null;--> statement-breakpoint
CREATE INDEX `notices_by_source` ON `notices` (`kind`,`source`);--> statement-breakpoint
CREATE INDEX `notices_by_time` ON `notices` (`at`);