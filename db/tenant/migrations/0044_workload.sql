CREATE TABLE `marked_days` (
	`id` text PRIMARY KEY NOT NULL,
	`on` text NOT NULL,
	`queue` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`marked_by` text NOT NULL,
	`marked_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `marked_days_once` ON `marked_days` (`on`,`queue`);--> statement-breakpoint
CREATE TABLE `staffing_terms` (
	`queue` text PRIMARY KEY NOT NULL,
	`terms` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `workload_accuracy` (
	`queue` text NOT NULL,
	`week_from` text NOT NULL,
	`is_replayed` integer NOT NULL,
	`errors` text NOT NULL,
	PRIMARY KEY(`queue`, `week_from`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `workload_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`queue` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`from_minute` integer NOT NULL,
	`to_minute` integer NOT NULL,
	`percent` integer NOT NULL,
	`reason` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `workload_corrections_in_force` ON `workload_corrections` (`queue`,`to_on`) WHERE undone_at is null;--> statement-breakpoint
CREATE TABLE `workload_days` (
	`queue` text NOT NULL,
	`on` text NOT NULL,
	`source` text NOT NULL,
	`contacts` text NOT NULL,
	`handled` text NOT NULL,
	`handling_s` text NOT NULL,
	`noted_at` integer NOT NULL,
	PRIMARY KEY(`queue`, `on`, `source`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `workload_days_by_day` ON `workload_days` (`on`);--> statement-breakpoint
CREATE TABLE `workload_forecasts` (
	`queue` text NOT NULL,
	`on` text NOT NULL,
	`lead` text NOT NULL,
	`contacts` text NOT NULL,
	`handling_s` text NOT NULL,
	`spread` real NOT NULL,
	`made_on` text NOT NULL,
	PRIMARY KEY(`queue`, `on`, `lead`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `workload_forecasts_by_day` ON `workload_forecasts` (`on`);--> statement-breakpoint
CREATE TABLE `workload_models` (
	`queue` text PRIMARY KEY NOT NULL,
	`made_on` text NOT NULL,
	`made` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `workload_runs` (
	`on` text PRIMARY KEY NOT NULL,
	`stage` text NOT NULL,
	`cursor` text NOT NULL,
	`started_at` integer NOT NULL,
	`changed_at` integer NOT NULL
) STRICT;
