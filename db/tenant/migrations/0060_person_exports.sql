CREATE TABLE `person_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`list` text NOT NULL,
	`format` text NOT NULL,
	`filter` text NOT NULL,
	`reason` text NOT NULL,
	`rows` integer NOT NULL,
	`people` integer NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `person_exports_by_time` ON `person_exports` (`at`);