CREATE TABLE `own_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`definition` text NOT NULL,
	`sharing` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`removed_by` text,
	`removed_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `own_reports_by_time` ON `own_reports` (`changed_at`);