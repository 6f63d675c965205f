DROP INDEX `strategy_trials_running`;--> statement-breakpoint
CREATE UNIQUE INDEX `strategy_trials_running` ON `strategy_trials` ((ended_at is null)) WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE `debt_rolls` ADD `left_kopecks` integer DEFAULT 0 NOT NULL;