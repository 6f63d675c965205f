CREATE TABLE `extra_work` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`shift_id` text,
	`date` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`skill` text,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`shift_id`) REFERENCES `published_shifts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `extra_work_by_person` ON `extra_work` (`user_id`,`date`);--> statement-breakpoint
CREATE UNIQUE INDEX `extra_work_once` ON `extra_work` (`user_id`,`date`) WHERE state = 'asked';--> statement-breakpoint
CREATE TABLE `presence_spans` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`state` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `presence_spans_open` ON `presence_spans` (`user_id`) WHERE to_at is null;--> statement-breakpoint
CREATE INDEX `presence_spans_by_person` ON `presence_spans` (`user_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `presence_spans_by_time` ON `presence_spans` (`from_at`);--> statement-breakpoint
CREATE TABLE `shift_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shift_feeds_token` ON `shift_feeds` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `shift_feeds_one` ON `shift_feeds` (`user_id`) WHERE revoked_at is null;--> statement-breakpoint
CREATE TABLE `shift_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`holds_off_shift` integer NOT NULL,
	`approves_by_rule` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL
) STRICT;
