CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`note` text,
	`asked_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reason` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `absences_by_person` ON `absences` (`user_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `absences_by_time` ON `absences` (`to_at`,`state`);--> statement-breakpoint
CREATE INDEX `absences_asked` ON `absences` (`asked_at`) WHERE state = 'asked';--> statement-breakpoint
CREATE TABLE `labour_rules` (
	`key` text PRIMARY KEY NOT NULL,
	`mode` text NOT NULL,
	`value` integer,
	`weight` integer NOT NULL,
	`version` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `published_shifts` (
	`id` text PRIMARY KEY NOT NULL,
	`roster_id` text NOT NULL,
	`user_id` text NOT NULL,
	`date` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`breaks` text NOT NULL,
	`skill` text,
	`template_id` text,
	`version` integer NOT NULL,
	`published_at` integer NOT NULL,
	`ack_at` integer,
	`needs_consent` integer NOT NULL,
	`consent_at` integer,
	`cancelled_at` integer,
	FOREIGN KEY (`roster_id`) REFERENCES `rosters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`template_id`) REFERENCES `shift_templates`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `published_shifts_by_person` ON `published_shifts` (`user_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `published_shifts_by_time` ON `published_shifts` (`ends_at`,`starts_at`);--> statement-breakpoint
CREATE INDEX `published_shifts_by_roster` ON `published_shifts` (`roster_id`,`date`);--> statement-breakpoint
CREATE TABLE `roster_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`roster_id` text NOT NULL,
	`version` integer NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`why` text,
	`undone_by` text,
	FOREIGN KEY (`roster_id`) REFERENCES `rosters`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `roster_changes_version` ON `roster_changes` (`roster_id`,`version`);--> statement-breakpoint
CREATE TABLE `rosters` (
	`id` text PRIMARY KEY NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`outcome` text,
	`solve_id` text,
	`solve_seen_at` integer,
	`seed` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_by` text,
	`published_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `rosters_from` ON `rosters` (`from_date`) WHERE state <> 'retired';--> statement-breakpoint
CREATE TABLE `shift_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`shift_id` text NOT NULL,
	`offered_by` text NOT NULL,
	`kind` text NOT NULL,
	`wanted_shift_id` text,
	`taken_by` text,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`shift_id`) REFERENCES `published_shifts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`wanted_shift_id`) REFERENCES `published_shifts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shift_offers_open` ON `shift_offers` (`shift_id`) WHERE state in ('open', 'taken');--> statement-breakpoint
CREATE INDEX `shift_offers_by_state` ON `shift_offers` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `shift_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`starts` text NOT NULL,
	`presences` text NOT NULL,
	`version` integer NOT NULL,
	`retired_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shift_templates_name` ON `shift_templates` (`name`) WHERE retired_at is null;--> statement-breakpoint
CREATE TABLE `shifts` (
	`id` text PRIMARY KEY NOT NULL,
	`roster_id` text NOT NULL,
	`user_id` text NOT NULL,
	`date` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`breaks` text NOT NULL,
	`skill` text,
	`template_id` text,
	`version` integer NOT NULL,
	`is_pinned` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`roster_id`) REFERENCES `rosters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`template_id`) REFERENCES `shift_templates`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `shifts_one_a_day` ON `shifts` (`user_id`,`date`);--> statement-breakpoint
CREATE INDEX `shifts_by_roster` ON `shifts` (`roster_id`,`date`);--> statement-breakpoint
CREATE INDEX `shifts_by_time` ON `shifts` (`ends_at`,`starts_at`);--> statement-breakpoint
CREATE TABLE `wishes` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`date` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `wishes_one` ON `wishes` (`date`,`user_id`);--> statement-breakpoint
CREATE TABLE `work_terms` (
	`user_id` text PRIMARY KEY NOT NULL,
	`time_zone` text NOT NULL,
	`week_minutes_min` integer NOT NULL,
	`week_minutes_max` integer NOT NULL,
	`accounting_months` integer NOT NULL,
	`max_day_minutes` integer NOT NULL,
	`protections` text NOT NULL,
	`night_consent` integer NOT NULL,
	`available` text NOT NULL,
	`hired_on` text NOT NULL,
	`ends_on` text,
	`version` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL
) STRICT;
