DROP INDEX `sample_plans_title`;--> statement-breakpoint
CREATE UNIQUE INDEX `sample_plans_title` ON `sample_plans` (`title`) WHERE retired_at is null;