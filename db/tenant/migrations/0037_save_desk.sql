CREATE TABLE `save_talks` (
	`id` text PRIMARY KEY NOT NULL,
	`line_id` text NOT NULL,
	`case_id` text,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`wish` text NOT NULL,
	`rival` text,
	`applied_on` text,
	`clock_on` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`agent_id` text,
	`reason` text,
	`note` text,
	`closed_by` text,
	`closed_at` integer,
	`due_at` integer,
	`settled_at` integer,
	`form_token` text NOT NULL,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `save_talks_form_token` ON `save_talks` (`form_token`);--> statement-breakpoint
CREATE UNIQUE INDEX `save_talks_open` ON `save_talks` (`line_id`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `save_talks_by_state` ON `save_talks` (`state`,`clock_on`);--> statement-breakpoint
CREATE INDEX `save_talks_by_line` ON `save_talks` (`line_id`,`opened_at`);--> statement-breakpoint
CREATE INDEX `save_talks_by_case` ON `save_talks` (`case_id`) WHERE case_id is not null;--> statement-breakpoint
CREATE INDEX `save_talks_by_closing` ON `save_talks` (`closed_at`) WHERE closed_at is not null;--> statement-breakpoint
DROP INDEX `offer_uses_sequence`;--> statement-breakpoint
ALTER TABLE `offer_uses` ADD `series` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `offer_uses` ADD `save_id` text REFERENCES save_talks(id);--> statement-breakpoint
ALTER TABLE `offer_uses` ADD `why` text;--> statement-breakpoint
CREATE INDEX `offer_uses_by_series` ON `offer_uses` (`series`,`state`);--> statement-breakpoint
CREATE INDEX `offer_uses_by_talk` ON `offer_uses` (`save_id`) WHERE save_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `offer_uses_sequence` ON `offer_uses` (`series`,`sequence`) WHERE sequence is not null;--> statement-breakpoint
ALTER TABLE `topics` ADD `is_leaving` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `offers` ADD `series` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `agent_profiles` ADD `saves` integer DEFAULT true NOT NULL;