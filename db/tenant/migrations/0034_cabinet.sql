CREATE TABLE `cabinet_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`number_hash` text NOT NULL,
	`sender_hash` text NOT NULL,
	`sequence` integer NOT NULL,
	`line_id` text,
	`subscriber_id` text,
	`locale` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cabinet_codes_token` ON `cabinet_codes` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `cabinet_codes_sequence` ON `cabinet_codes` (`number_hash`,`sequence`);--> statement-breakpoint
CREATE INDEX `cabinet_codes_by_sender` ON `cabinet_codes` (`sender_hash`,`at`);--> statement-breakpoint
CREATE INDEX `cabinet_codes_by_time` ON `cabinet_codes` (`at`);--> statement-breakpoint
CREATE TABLE `cabinet_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`subscriber_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`purpose` text NOT NULL,
	`subject` text,
	`content` text NOT NULL,
	`receivable_id` text,
	`at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `outreach_attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cabinet_notices_attempt` ON `cabinet_notices` (`attempt_id`);--> statement-breakpoint
CREATE INDEX `cabinet_notices_newest` ON `cabinet_notices` (`subscriber_id`,`at`);--> statement-breakpoint
CREATE INDEX `cabinet_notices_unread` ON `cabinet_notices` (`subscriber_id`) WHERE read_at is null;--> statement-breakpoint
CREATE TABLE `cabinet_preferences` (
	`subscriber_id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `cabinet_readings` (
	`case_id` text PRIMARY KEY NOT NULL,
	`read_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `cabinet_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`subscriber_id` text NOT NULL,
	`line_id` text NOT NULL,
	`code_id` text NOT NULL,
	`locale` text NOT NULL,
	`address` text NOT NULL,
	`user_agent` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cabinet_sessions_code` ON `cabinet_sessions` (`code_id`);--> statement-breakpoint
CREATE INDEX `cabinet_sessions_by_subscriber` ON `cabinet_sessions` (`subscriber_id`);--> statement-breakpoint
CREATE INDEX `cabinet_sessions_by_end` ON `cabinet_sessions` (`expires_at`);--> statement-breakpoint
ALTER TABLE `lines` ADD `owned_since` integer;