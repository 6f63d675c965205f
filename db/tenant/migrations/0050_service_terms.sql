CREATE TABLE `annotations` (
	`id` text PRIMARY KEY NOT NULL,
	`on` text NOT NULL,
	`until` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`incident_id` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`removed_by` text,
	`removed_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `annotations_by_day` ON `annotations` (`on`) WHERE removed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `annotations_of_incident` ON `annotations` (`incident_id`) WHERE removed_at is null;--> statement-breakpoint
CREATE TABLE `figure_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`metric` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`page` text NOT NULL,
	`question` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `figure_questions_by_time` ON `figure_questions` (`asked_at`);--> statement-breakpoint
CREATE TABLE `service_term_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`effective_from` text NOT NULL,
	`terms` text NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`replaced_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `service_term_versions_in_force` ON `service_term_versions` (`effective_from`) WHERE replaced_at is null;