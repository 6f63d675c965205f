CREATE TABLE `line_usage_days` (
	`line_id` text NOT NULL,
	`on` text NOT NULL,
	`fee_kopecks` integer NOT NULL,
	`minutes` integer NOT NULL,
	`megabytes` integer NOT NULL,
	`messages` integer NOT NULL,
	PRIMARY KEY(`line_id`, `on`),
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `line_usage` ADD `messages` integer DEFAULT 0 NOT NULL;