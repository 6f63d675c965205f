CREATE TABLE `letter_files` (
	`id` text PRIMARY KEY NOT NULL,
	`letters` integer NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `balance_pulls` (
	`account_id` text NOT NULL,
	`on` text NOT NULL,
	`cursor` text NOT NULL,
	`asked` integer NOT NULL,
	`answered` integer NOT NULL,
	`started_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`ended_at` integer,
	`failure` text,
	PRIMARY KEY(`account_id`, `on`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `outreach_attempts` ADD `letter_file_id` text REFERENCES letter_files(id);--> statement-breakpoint
CREATE INDEX `outreach_attempts_unprinted` ON `outreach_attempts` (`at`) WHERE state = 'printing';--> statement-breakpoint
ALTER TABLE `billing_files` ADD `text` text;--> statement-breakpoint
ALTER TABLE `billing_files` ADD `total` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `billing_files` ADD `gone` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `billing_files` ADD `stopped_at` integer;--> statement-breakpoint
ALTER TABLE `billing_files` ADD `stopped_by` text;