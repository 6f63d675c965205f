CREATE TABLE `call_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`receivable_id` text NOT NULL,
	`move_id` text,
	`on` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`taken_by` text,
	`taken_at` integer,
	`outcome` text,
	`note` text,
	`done_by` text,
	`done_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`move_id`) REFERENCES `ladder_moves`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `call_tasks_open` ON `call_tasks` (`receivable_id`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `call_tasks_by_day` ON `call_tasks` (`state`,`on`);