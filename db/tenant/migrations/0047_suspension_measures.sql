DROP INDEX `suspensions_open`;--> statement-breakpoint
ALTER TABLE `suspensions` ADD `measure` text DEFAULT 'suspension' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `suspensions_open` ON `suspensions` (`line_id`,`measure`) WHERE state not in ('declined', 'cancelled', 'restored', 'concluded');