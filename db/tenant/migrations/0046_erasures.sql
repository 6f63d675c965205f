CREATE TABLE `erased_rows` (
	`erasure_id` text NOT NULL,
	`table` text NOT NULL,
	`deed` text NOT NULL,
	`rows` integer NOT NULL,
	PRIMARY KEY(`erasure_id`, `table`, `deed`),
	FOREIGN KEY (`erasure_id`) REFERENCES `erasures`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`subscriber_id` text NOT NULL,
	`ground` text NOT NULL,
	`paper` text NOT NULL,
	`asked_on` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `erasures_subscriber` ON `erasures` (`subscriber_id`);