CREATE TABLE `audience_lines` (
	`subscriber_id` text NOT NULL,
	`line_id` text NOT NULL,
	`carrier` text NOT NULL,
	`tariff` text,
	`region` text,
	`risk` integer,
	`band` text,
	`risk_reasons` text NOT NULL,
	`owned_on` text NOT NULL,
	`balance` integer,
	`fee` integer,
	`overdue` integer NOT NULL,
	`overdue_since` text,
	`cases_90` integer NOT NULL,
	`complaints_90` integer NOT NULL,
	`failed_requests_90` integer NOT NULL,
	`last_rating` integer,
	`contacted_on` text,
	`left_on` text,
	`left_because` text,
	`options` text NOT NULL,
	`topics` text NOT NULL,
	`helped_by` text NOT NULL,
	`reach` integer NOT NULL,
	`consents` integer NOT NULL,
	PRIMARY KEY(`subscriber_id`, `line_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `audience_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`cursor` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `campaign_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`subscriber_id` text NOT NULL,
	`line_id` text NOT NULL,
	`step` integer NOT NULL,
	`on` text NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`taken_by` text,
	`taken_at` integer,
	`outcome` text,
	`note` text,
	`done_by` text,
	`done_at` integer,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `campaign_calls_step` ON `campaign_calls` (`campaign_id`,`subscriber_id`,`step`);--> statement-breakpoint
CREATE INDEX `campaign_calls_due` ON `campaign_calls` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `campaign_calls_by_day` ON `campaign_calls` (`on`,`campaign_id`);--> statement-breakpoint
ALTER TABLE `campaigns` ADD `calls_a_day` integer DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `draw_cursor` text;--> statement-breakpoint
CREATE INDEX `campaign_members_by_draw` ON `campaign_members` (`campaign_id`,`stratum`,`arm`,`draw`);