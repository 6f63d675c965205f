CREATE TABLE `case_events` (
	`case_id` text NOT NULL,
	`version` integer NOT NULL,
	`event` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`note` text,
	PRIMARY KEY(`case_id`, `version`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `case_followers` (
	`case_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`user_id`, `case_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_followers_case` ON `case_followers` (`case_id`);--> statement-breakpoint
CREATE TABLE `case_reads` (
	`user_id` text NOT NULL,
	`case_id` text NOT NULL,
	`message_id` text NOT NULL,
	PRIMARY KEY(`user_id`, `case_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `case_requests` (
	`request_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_requests_case` ON `case_requests` (`case_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`subject` text NOT NULL,
	`priority` text NOT NULL,
	`channel` text NOT NULL,
	`language` text DEFAULT 'ru' NOT NULL,
	`subscriber_id` text,
	`line_id` text,
	`carrier` text,
	`topic_id` text,
	`assignee_id` text,
	`contract_version_id` text,
	`due_at` integer,
	`due_target` text,
	`paused_reason` text,
	`breached_at` integer,
	`snoozed_until` integer,
	`is_solved_at_first` integer,
	`incident_id` text,
	`merged_into` text,
	`last_message_id` text,
	`last_inbound_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_number` ON `cases` (`number`);--> statement-breakpoint
CREATE INDEX `cases_by_state` ON `cases` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `cases_open_due` ON `cases` (`due_at`,`id`) WHERE state in ('new', 'open', 'waiting');--> statement-breakpoint
CREATE INDEX `cases_open_by_assignee` ON `cases` (`assignee_id`,`due_at`) WHERE state in ('new', 'open', 'waiting');--> statement-breakpoint
CREATE INDEX `cases_open_by_topic` ON `cases` (`topic_id`,`id`) WHERE state in ('new', 'open', 'waiting');--> statement-breakpoint
CREATE INDEX `cases_open_by_state` ON `cases` (`state`,`kind`,`carrier`) WHERE state in ('new', 'open', 'waiting');--> statement-breakpoint
CREATE INDEX `cases_by_assignee` ON `cases` (`assignee_id`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_subscriber` ON `cases` (`subscriber_id`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_incident` ON `cases` (`incident_id`,`id`) WHERE incident_id is not null;--> statement-breakpoint
CREATE INDEX `cases_merged` ON `cases` (`merged_into`) WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX `cases_snoozed` ON `cases` (`snoozed_until`) WHERE snoozed_until is not null;--> statement-breakpoint
CREATE TABLE `complaint_steps` (
	`case_id` text NOT NULL,
	`step` text NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `step`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `complaint_steps_lessons` ON `complaint_steps` (`step`,`at`);--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`title` text NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `topics_title` ON `topics` (`parent_id`,`title`) WHERE parent_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `topics_group` ON `topics` (`title`) WHERE parent_id is null;--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text,
	`refused_reason` text,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachments_message` ON `attachments` (`message_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`channel` text NOT NULL,
	`direction` text NOT NULL,
	`subscriber_id` text,
	`line_id` text,
	`address` text,
	`agent_id` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`wait_ms` integer,
	`talk_ms` integer,
	`hold_ms` integer,
	`wrap_ms` integer,
	`recording_url` text,
	`result` text,
	`topic_id` text,
	`is_solved_at_first` integer,
	`external_id` text,
	`form_token` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_external` ON `contacts` (`channel`,`external_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_form_token` ON `contacts` (`form_token`);--> statement-breakpoint
CREATE INDEX `contacts_by_case` ON `contacts` (`case_id`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_by_subscriber` ON `contacts` (`subscriber_id`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_by_agent` ON `contacts` (`agent_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `contacts_by_start` ON `contacts` (`started_at`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`user_id` text NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `case_id`, `kind`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `macros` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`actions` text NOT NULL,
	`changed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `macros_own_title` ON `macros` (`owner_id`,`title`) WHERE owner_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `macros_title` ON `macros` (`title`) WHERE owner_id is null;--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`contact_id` text,
	`kind` text NOT NULL,
	`channel` text,
	`author` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`send_at` integer,
	`sent_at` integer,
	`failure` text,
	`external_id` text,
	`form_token` text,
	`mentions` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_external` ON `messages` (`channel`,`external_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_form_token` ON `messages` (`form_token`);--> statement-breakpoint
CREATE INDEX `messages_by_case` ON `messages` (`case_id`,`id`);--> statement-breakpoint
CREATE INDEX `messages_held` ON `messages` (`send_at`) WHERE state = 'held';--> statement-breakpoint
CREATE INDEX `subscribers_email` ON `subscribers` (`email`);