CREATE TABLE `catalogue_items` (
	`carrier` text NOT NULL,
	`type` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`carrier`, `type`, `code`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `batches` ADD `item_name` text;--> statement-breakpoint
ALTER TABLE `requests` ADD `item_name` text;