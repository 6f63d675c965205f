CREATE TABLE `campaign_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `campaign_notes_by_campaign` ON `campaign_notes` (`campaign_id`,`at`);--> statement-breakpoint
CREATE TABLE `campaign_proofs` (
	`campaign_id` text PRIMARY KEY NOT NULL,
	`measured_at` integer NOT NULL,
	`ranking` text,
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `outcome_corrections` (
	`campaign_id` text NOT NULL,
	`subscriber_id` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` integer NOT NULL,
	`why` text NOT NULL,
	PRIMARY KEY(`campaign_id`, `subscriber_id`, `at`)
) STRICT;
