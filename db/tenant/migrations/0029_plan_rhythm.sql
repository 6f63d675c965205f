ALTER TABLE `sample_draws` ADD `period` text;--> statement-breakpoint
CREATE UNIQUE INDEX `sample_draws_period` ON `sample_draws` (`plan_id`,`period`) WHERE period is not null;--> statement-breakpoint
ALTER TABLE `sample_plans` ADD `rhythm` text;