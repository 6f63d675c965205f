CREATE TABLE `debt_days` (
	`on` text NOT NULL,
	`bucket` text NOT NULL,
	`receivables` integer NOT NULL,
	`kopecks` integer NOT NULL,
	PRIMARY KEY(`on`, `bucket`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `debt_rolls` (
	`on` text NOT NULL,
	`from_bucket` text NOT NULL,
	`to_bucket` text NOT NULL,
	`receivables` integer NOT NULL,
	`kopecks` integer NOT NULL,
	PRIMARY KEY(`on`, `from_bucket`, `to_bucket`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `strategies` ADD `retired_at` integer;--> statement-breakpoint
ALTER TABLE `strategies` ADD `retired_by` text;