CREATE TABLE `campaign_actions` (
	`campaign_id` text NOT NULL,
	`subscriber_id` text NOT NULL,
	`step` integer NOT NULL,
	`action` text NOT NULL,
	`why` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `subscriber_id`, `step`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `campaign_members` (
	`campaign_id` text NOT NULL,
	`subscriber_id` text NOT NULL,
	`line_id` text NOT NULL,
	`arm` text NOT NULL,
	`draw` real NOT NULL,
	`stratum` text NOT NULL,
	`risk_at_freeze` real,
	`step` integer NOT NULL,
	`next_at` integer,
	`ended_why` text,
	`reached_at` integer,
	`outcome` integer,
	PRIMARY KEY(`campaign_id`, `subscriber_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `campaign_members_due` ON `campaign_members` (`campaign_id`,`next_at`);--> statement-breakpoint
CREATE INDEX `campaign_members_by_subscriber` ON `campaign_members` (`subscriber_id`,`campaign_id`);--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`purpose` text NOT NULL,
	`conditions` text NOT NULL,
	`steps` text NOT NULL,
	`control_percent` integer NOT NULL,
	`window_days` integer NOT NULL,
	`pool` text,
	`contact_kopecks` integer NOT NULL,
	`salt` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`frozen_at` integer,
	`started_at` integer,
	`measured_from` text,
	`measured_until` text,
	`changed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_name` ON `campaigns` (`name`);--> statement-breakpoint
CREATE INDEX `campaigns_by_state` ON `campaigns` (`state`,`measured_until`);--> statement-breakpoint
CREATE INDEX `campaigns_by_pool` ON `campaigns` (`pool`);--> statement-breakpoint
CREATE TABLE `holdouts` (
	`id` text PRIMARY KEY NOT NULL,
	`from` text NOT NULL,
	`percent` integer NOT NULL,
	`salt` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `holdouts_from` ON `holdouts` (`from`);--> statement-breakpoint
CREATE TABLE `churn_score_history` (
	`line_id` text NOT NULL,
	`on` text NOT NULL,
	`model_id` text NOT NULL,
	`probability` real NOT NULL,
	`band` text NOT NULL,
	PRIMARY KEY(`line_id`, `on`),
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `churn_scores` (
	`line_id` text PRIMARY KEY NOT NULL,
	`on` text NOT NULL,
	`model_id` text NOT NULL,
	`probability` real NOT NULL,
	`band` text NOT NULL,
	`reasons` text NOT NULL,
	`inputs` text NOT NULL,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `churn_scores_by_probability` ON `churn_scores` (`probability`,`line_id`);--> statement-breakpoint
CREATE TABLE `departures` (
	`id` text PRIMARY KEY NOT NULL,
	`line_id` text NOT NULL,
	`kind` text NOT NULL,
	`on` text NOT NULL,
	`reason` text NOT NULL,
	`note` text,
	`returned_on` text,
	`noted_by` text NOT NULL,
	`noted_at` integer NOT NULL,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `departures_open` ON `departures` (`line_id`) WHERE returned_on is null;--> statement-breakpoint
CREATE INDEX `departures_by_line` ON `departures` (`line_id`,`on`);--> statement-breakpoint
CREATE INDEX `departures_by_day` ON `departures` (`on`,`kind`);--> statement-breakpoint
CREATE TABLE `offer_uses` (
	`id` text PRIMARY KEY NOT NULL,
	`offer_id` text NOT NULL,
	`line_id` text NOT NULL,
	`sequence` integer,
	`state` text NOT NULL,
	`cost_kopecks` integer NOT NULL,
	`campaign_id` text,
	`case_id` text,
	`request_id` text,
	`form_token` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`offer_id`) REFERENCES `offers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `offer_uses_form_token` ON `offer_uses` (`form_token`);--> statement-breakpoint
CREATE UNIQUE INDEX `offer_uses_sequence` ON `offer_uses` (`offer_id`,`sequence`) WHERE sequence is not null;--> statement-breakpoint
CREATE INDEX `offer_uses_by_line` ON `offer_uses` (`line_id`,`at`);--> statement-breakpoint
CREATE INDEX `offer_uses_by_request` ON `offer_uses` (`request_id`) WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX `offer_uses_by_campaign` ON `offer_uses` (`campaign_id`,`state`) WHERE campaign_id is not null;--> statement-breakpoint
CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`words` text NOT NULL,
	`payload` text,
	`credit_kopecks` integer DEFAULT 0 NOT NULL,
	`cost_kopecks` integer NOT NULL,
	`rules` text NOT NULL,
	`replaces` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `offers_name` ON `offers` (`name`) WHERE withdrawn_at is null;