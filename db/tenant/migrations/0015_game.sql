CREATE TABLE `badges` (
	`agent_id` text NOT NULL,
	`badge` text NOT NULL,
	`period` text NOT NULL,
	`at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_reason` text,
	PRIMARY KEY(`agent_id`, `badge`, `period`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `kudos` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`month` text NOT NULL,
	`sequence` integer NOT NULL,
	`words` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "kudos_not_oneself" CHECK(from_id <> to_id)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `kudos_sequence` ON `kudos` (`from_id`,`month`,`sequence`);--> statement-breakpoint
CREATE INDEX `kudos_received` ON `kudos` (`to_id`,`at`);--> statement-breakpoint
CREATE TABLE `players` (
	`user_id` text PRIMARY KEY NOT NULL,
	`pseudonym` text,
	`is_out` integer NOT NULL,
	`changed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `players_pseudonym` ON `players` (`pseudonym`);--> statement-breakpoint
CREATE TABLE `poll_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`month` text NOT NULL,
	`mark` integer NOT NULL,
	`words` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `poll_answers_month` ON `poll_answers` (`month`);--> statement-breakpoint
CREATE TABLE `poll_voices` (
	`user_id` text NOT NULL,
	`month` text NOT NULL,
	PRIMARY KEY(`user_id`, `month`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `quests` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`event` text NOT NULL,
	`target` integer NOT NULL,
	`per` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	`retired_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `reward_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`reward_id` text NOT NULL,
	`unit` integer NOT NULL,
	`agent_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`price` integer NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`reward_id`) REFERENCES `rewards`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reward_orders_unit` ON `reward_orders` (`reward_id`,`unit`) WHERE state <> 'declined';--> statement-breakpoint
CREATE UNIQUE INDEX `reward_orders_sequence` ON `reward_orders` (`agent_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `reward_orders_asked` ON `reward_orders` (`at`) WHERE state = 'asked';--> statement-breakpoint
CREATE TABLE `rewards` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`note` text NOT NULL,
	`price` integer NOT NULL,
	`stock` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	`retired_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `shift_lengths` (
	`agent_id` text NOT NULL,
	`from` text NOT NULL,
	`hours` integer NOT NULL,
	`set_by` text NOT NULL,
	PRIMARY KEY(`agent_id`, `from`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `team_goals` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`event` text NOT NULL,
	`target` integer NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `point_rules` ADD `control` text;--> statement-breakpoint
ALTER TABLE `seasons` ADD `difficulty` text;