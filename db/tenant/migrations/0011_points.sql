CREATE TABLE `board_bands` (
	`period` text NOT NULL,
	`band` integer NOT NULL,
	`agents` integer NOT NULL,
	PRIMARY KEY(`period`, `band`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `board_points` (
	`period` text NOT NULL,
	`agent_id` text NOT NULL,
	`points` integer NOT NULL,
	`reached_at` integer NOT NULL,
	PRIMARY KEY(`period`, `agent_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `board_points_ranked` ON `board_points` (`period`,points desc,`reached_at`,`agent_id`);--> statement-breakpoint
CREATE TABLE `point_entries` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`agent_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`season_id` text NOT NULL,
	`day` text NOT NULL,
	`rule_id` text NOT NULL,
	`rule_version` integer NOT NULL,
	`source_type` text NOT NULL,
	`source_id` text NOT NULL,
	`source_version` integer NOT NULL,
	`kind` text NOT NULL,
	`reverses_seq` integer,
	`raw` integer NOT NULL,
	`applied` integer NOT NULL,
	`cap_reason` text,
	`span` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`actor` text NOT NULL,
	`why` text,
	FOREIGN KEY (`season_id`) REFERENCES `seasons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reverses_seq`) REFERENCES `point_entries`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_id`,`rule_version`) REFERENCES `point_rules`(`id`,`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `point_entries_source` ON `point_entries` (`source_type`,`source_id`,`source_version`,`rule_id`,`agent_id`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `point_entries_reverses` ON `point_entries` (`reverses_seq`) WHERE reverses_seq is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `point_entries_sequence` ON `point_entries` (`agent_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `point_entries_span` ON `point_entries` (`agent_id`,`rule_id`,`rule_version`,`span`,`raw`);--> statement-breakpoint
CREATE INDEX `point_entries_day` ON `point_entries` (`day`,`agent_id`,`applied`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `point_rules` (
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`event` text NOT NULL,
	`points` integer NOT NULL,
	`cap` text,
	`is_on` integer NOT NULL,
	`from` integer NOT NULL,
	`set_by` text NOT NULL,
	PRIMARY KEY(`id`, `version`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `point_sources` (
	`type` text NOT NULL,
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`gate` text,
	`settled_at` integer NOT NULL,
	PRIMARY KEY(`type`, `id`, `version`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `seasons` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`from` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `seasons_from` ON `seasons` (`from`);