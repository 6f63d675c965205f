CREATE TABLE `report_addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`language` text NOT NULL,
	`added_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`asks` integer NOT NULL,
	`confirmed_at` integer,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `report_addresses_once` ON `report_addresses` (`address`);--> statement-breakpoint
CREATE TABLE `report_dispatches` (
	`id` text PRIMARY KEY NOT NULL,
	`schedule_id` text NOT NULL,
	`address_id` text NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`claimed_at` integer,
	`sent_at` integer,
	`failure` text,
	FOREIGN KEY (`schedule_id`) REFERENCES `report_schedules`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`address_id`) REFERENCES `report_addresses`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `report_dispatches_once` ON `report_dispatches` (`schedule_id`,`address_id`,`due_at`);--> statement-breakpoint
CREATE INDEX `report_dispatches_by_time` ON `report_dispatches` (`due_at`);--> statement-breakpoint
CREATE TABLE `report_schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`mailed` text NOT NULL,
	`file` text NOT NULL,
	`rhythm` text NOT NULL,
	`address_ids` text NOT NULL,
	`next_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_by` text,
	`removed_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `report_schedules_due` ON `report_schedules` (`next_at`) WHERE removed_at is null;