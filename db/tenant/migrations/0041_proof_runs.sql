CREATE TABLE `proof_runs` (
	`campaign_id` text NOT NULL,
	`on` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `on`)
) STRICT;
--> statement-breakpoint
ALTER TABLE `campaign_members` ADD `known_at_freeze` text;