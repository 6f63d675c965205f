CREATE TABLE `offer_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`from` integer NOT NULL,
	`rules` text NOT NULL,
	`set_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `offer_rules_from` ON `offer_rules` (`from`);--> statement-breakpoint
CREATE INDEX `suspensions_by_block` ON `suspensions` (`block_request_id`) WHERE block_request_id is not null;--> statement-breakpoint
CREATE INDEX `suspensions_by_unblock` ON `suspensions` (`unblock_request_id`) WHERE unblock_request_id is not null;