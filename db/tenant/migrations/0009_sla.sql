CREATE TABLE `breach_forecasts` (
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	`clock` text NOT NULL,
	`due_at` integer NOT NULL,
	`taken_at` integer,
	`is_late` integer NOT NULL,
	`was_late` integer,
	PRIMARY KEY(`case_id`, `at`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `breach_forecasts_unknown` ON `breach_forecasts` (`due_at`) WHERE was_late is null;--> statement-breakpoint
CREATE INDEX `breach_forecasts_by_time` ON `breach_forecasts` (`at`);--> statement-breakpoint
CREATE TABLE `calendar_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`effective_from` text NOT NULL,
	`hours` text NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`replaced_at` integer,
	FOREIGN KEY (`calendar_id`) REFERENCES `calendars`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_versions_in_force` ON `calendar_versions` (`calendar_id`,`effective_from`) WHERE replaced_at is null;--> statement-breakpoint
CREATE TABLE `calendars` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendars_name` ON `calendars` (`name`);--> statement-breakpoint
CREATE TABLE `clock_alarms` (
	`case_id` text NOT NULL,
	`clock` text NOT NULL,
	`target` text NOT NULL,
	`share` integer NOT NULL,
	`level` integer NOT NULL,
	`role` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `clock`, `level`, `share`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `clock_alarms_by_time` ON `clock_alarms` (`at`);--> statement-breakpoint
CREATE TABLE `contract_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`effective_from` integer NOT NULL,
	`applies_to` text NOT NULL,
	`terms` text NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`replaced_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contract_versions_in_force` ON `contract_versions` (`effective_from`) WHERE replaced_at is null;