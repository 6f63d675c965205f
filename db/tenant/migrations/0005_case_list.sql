DROP INDEX `saved_views_name`;--> statement-breakpoint
ALTER TABLE `saved_views` ADD `area` text DEFAULT 'request' NOT NULL;--> statement-breakpoint
ALTER TABLE `saved_views` ADD `is_shared` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name` ON `saved_views` (`user_id`,`area`,`name`);--> statement-breakpoint
CREATE INDEX `cases_open_newest` ON `cases` (`id`) WHERE state in ('new', 'open', 'waiting');--> statement-breakpoint
CREATE INDEX `cases_by_topic` ON `cases` (`topic_id`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_kind` ON `cases` (`kind`,`id`);--> statement-breakpoint
CREATE INDEX `cases_by_carrier` ON `cases` (`carrier`,`id`);