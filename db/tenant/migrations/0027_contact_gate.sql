ALTER TABLE `outreach_attempts` ADD `claimed_at` integer;--> statement-breakpoint
ALTER TABLE `outreach_attempts` ADD `subject` text;--> statement-breakpoint
CREATE INDEX `outreach_attempts_age` ON `outreach_attempts` (`at`);--> statement-breakpoint
ALTER TABLE `subscribers` ADD `time_zone` text;--> statement-breakpoint
CREATE INDEX `outreach_refusals_age` ON `outreach_refusals` (`at`);