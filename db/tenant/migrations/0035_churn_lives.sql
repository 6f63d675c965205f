CREATE TABLE `churn_definitions` (
	`id` text PRIMARY KEY NOT NULL,
	`from` text NOT NULL,
	`carrier_account_id` text DEFAULT '' NOT NULL,
	`kinds` text NOT NULL,
	`silent_days` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `churn_definitions_from` ON `churn_definitions` (`from`,`carrier_account_id`);--> statement-breakpoint
CREATE TABLE `churn_due` (
	`line_id` text PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `churn_runs` (
	`on` text PRIMARY KEY NOT NULL,
	`model_id` text NOT NULL,
	`scope` text NOT NULL,
	`stage` text NOT NULL,
	`cursor` text NOT NULL,
	`scored` integer NOT NULL,
	`started_at` integer NOT NULL,
	`changed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `line_lives` (
	`line_id` text PRIMARY KEY NOT NULL,
	`joined_on` text NOT NULL,
	`last_active_on` text,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `line_lives_joined` ON `line_lives` (`joined_on`);--> statement-breakpoint
CREATE INDEX `line_lives_active` ON `line_lives` (`last_active_on`) WHERE last_active_on is not null;--> statement-breakpoint
CREATE TABLE `line_usage` (
	`line_id` text NOT NULL,
	`month` text NOT NULL,
	`fee_kopecks` integer NOT NULL,
	`minutes` integer NOT NULL,
	`megabytes` integer NOT NULL,
	`told_at` integer NOT NULL,
	PRIMARY KEY(`line_id`, `month`),
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `line_usage_told` ON `line_usage` (`told_at`);