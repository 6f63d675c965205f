CREATE TABLE `goodwill_budgets` (
	`id` text PRIMARY KEY NOT NULL,
	`from` integer NOT NULL,
	`agent_month_kopecks` integer NOT NULL,
	`case_kopecks` integer NOT NULL,
	`set_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `goodwill_budgets_from` ON `goodwill_budgets` (`from`);--> statement-breakpoint
CREATE TABLE `goodwill_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`month` text NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`amount_kopecks` integer NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`has_stayed` integer,
	`rating` integer,
	`story` text,
	`form_token` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `goodwill_form_token` ON `goodwill_decisions` (`form_token`);--> statement-breakpoint
CREATE UNIQUE INDEX `goodwill_sequence` ON `goodwill_decisions` (`agent_id`,`month`,`sequence`);--> statement-breakpoint
CREATE INDEX `goodwill_by_case` ON `goodwill_decisions` (`case_id`);--> statement-breakpoint
CREATE INDEX `goodwill_by_month` ON `goodwill_decisions` (`month`,`state`);--> statement-breakpoint
CREATE TABLE `incident_detachments` (
	`incident_id` text NOT NULL,
	`case_id` text NOT NULL,
	PRIMARY KEY(`incident_id`, `case_id`),
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `incident_updates` (
	`id` text PRIMARY KEY NOT NULL,
	`incident_id` text NOT NULL,
	`body` text NOT NULL,
	`is_last` integer NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`spread_at` integer,
	FOREIGN KEY (`incident_id`) REFERENCES `incidents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `incident_updates_of` ON `incident_updates` (`incident_id`,`id`);--> statement-breakpoint
CREATE TABLE `incidents` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`banner` text NOT NULL,
	`match` text NOT NULL,
	`sla_treatment` text NOT NULL,
	`version` integer NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_number` ON `incidents` (`number`);--> statement-breakpoint
CREATE INDEX `incidents_open` ON `incidents` (`started_at`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `agent_profiles` (
	`user_id` text PRIMARY KEY NOT NULL,
	`carriers` text NOT NULL,
	`kinds` text NOT NULL,
	`languages` text NOT NULL,
	`capacity` text NOT NULL,
	`is_pushed` integer NOT NULL,
	`held_back_reason` text,
	`changed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `presences` (
	`user_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`since` integer NOT NULL,
	`seen_at` integer NOT NULL
) STRICT;
