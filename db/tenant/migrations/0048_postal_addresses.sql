ALTER TABLE `outreach_attempts` ADD `postal_address` text;--> statement-breakpoint
ALTER TABLE `subscribers` ADD `postal_address` text;