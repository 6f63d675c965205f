CREATE TABLE `model_trainings` (
	`id` text PRIMARY KEY NOT NULL,
	`target` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`stage` text NOT NULL,
	`charges` integer DEFAULT 0 NOT NULL,
	`outcome` text,
	`model_id` text,
	`drift` text NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `model_trainings_open` ON `model_trainings` (`target`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `model_trainings_newest` ON `model_trainings` (`target`,`asked_at`);