CREATE TABLE `form_arrivals` (
	`form_token` text PRIMARY KEY NOT NULL,
	`sender_hash` text NOT NULL,
	`case_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `form_arrivals_sender` ON `form_arrivals` (`sender_hash`,`at`);--> statement-breakpoint
CREATE INDEX `form_arrivals_at` ON `form_arrivals` (`at`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `uploads_of` ON `uploads` (`case_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `uploads_at` ON `uploads` (`at`);--> statement-breakpoint
CREATE TABLE `call_events` (
	`call_id` text NOT NULL,
	`place` integer NOT NULL,
	`event` text NOT NULL,
	`at` integer NOT NULL,
	`extension` text,
	`recording_url` text,
	`heard_at` integer NOT NULL,
	PRIMARY KEY(`call_id`, `place`)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `call_events_once` ON `call_events` (`call_id`,`event`,`at`);--> statement-breakpoint
CREATE TABLE `extensions` (
	`number` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `extensions_user` ON `extensions` (`user_id`);--> statement-breakpoint
CREATE TABLE `mail_arrivals` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`flags` text NOT NULL,
	`from_address` text,
	`subject` text,
	`case_id` text,
	`message_id` text,
	`arrived_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `mail_arrivals_once` ON `mail_arrivals` (`sha256`);--> statement-breakpoint
CREATE INDEX `mail_arrivals_by_state` ON `mail_arrivals` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `mail_arrivals_message` ON `mail_arrivals` (`message_id`);--> statement-breakpoint
CREATE INDEX `mail_arrivals_sender` ON `mail_arrivals` (`from_address`,`arrived_at`);--> statement-breakpoint
CREATE TABLE `mail_cursors` (
	`folder` text PRIMARY KEY NOT NULL,
	`uid_validity` text NOT NULL,
	`last_uid` integer NOT NULL,
	`read_at` integer NOT NULL
) STRICT;
