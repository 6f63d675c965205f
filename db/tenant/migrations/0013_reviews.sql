CREATE TABLE `calibration_answers` (
	`calibration_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`answers` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`calibration_id`, `subject_id`, `reviewer_id`),
	FOREIGN KEY (`calibration_id`,`subject_id`) REFERENCES `calibration_subjects`(`calibration_id`,`subject_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `calibration_subjects` (
	`calibration_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`subject_type` text NOT NULL,
	`place` integer NOT NULL,
	PRIMARY KEY(`calibration_id`, `subject_id`),
	FOREIGN KEY (`calibration_id`) REFERENCES `calibrations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `calibrations` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`card_id` text NOT NULL,
	`card_version` integer NOT NULL,
	`reference_by` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`card_id`,`card_version`) REFERENCES `card_versions`(`card_id`,`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `coaching_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`agent_id` text NOT NULL,
	`review_id` text,
	`item_id` text,
	`goal` text NOT NULL,
	`due_on` text NOT NULL,
	`recheck_on` text NOT NULL,
	`state` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`rechecked_by` text,
	`rechecked_at` integer,
	`outcome` text,
	`finding` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `coaching_by_agent` ON `coaching_tasks` (`agent_id`,`state`);--> statement-breakpoint
CREATE INDEX `coaching_by_recheck` ON `coaching_tasks` (`state`,`recheck_on`);--> statement-breakpoint
CREATE TABLE `dispute_items` (
	`dispute_id` text NOT NULL,
	`item_id` text NOT NULL,
	`proposed` integer,
	`comment` text NOT NULL,
	`is_accepted` integer,
	PRIMARY KEY(`dispute_id`, `item_id`),
	FOREIGN KEY (`dispute_id`) REFERENCES `disputes`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`revision` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`comment` text NOT NULL,
	`raised_by` text NOT NULL,
	`raised_at` integer NOT NULL,
	`judged_by` text,
	`judged_at` integer,
	`verdict` text,
	`moved_to` text,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `disputes_open` ON `disputes` (`review_id`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `disputes_by_state` ON `disputes` (`state`,`raised_at`);--> statement-breakpoint
CREATE INDEX `disputes_by_review` ON `disputes` (`review_id`);--> statement-breakpoint
CREATE INDEX `disputes_by_person` ON `disputes` (`raised_by`,`raised_at`);--> statement-breakpoint
CREATE TABLE `ratings` (
	`case_id` text PRIMARY KEY NOT NULL,
	`agent_id` text NOT NULL,
	`stars` integer NOT NULL,
	`word` text,
	`recommends` integer,
	`solved_at` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `ratings_by_agent` ON `ratings` (`agent_id`,`at`);--> statement-breakpoint
CREATE INDEX `ratings_by_day` ON `ratings` (`at`);--> statement-breakpoint
CREATE TABLE `listenings` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`task_id` text NOT NULL,
	`what` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `review_tasks`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `listenings_task` ON `listenings` (`task_id`,`at`);--> statement-breakpoint
CREATE INDEX `listenings_user` ON `listenings` (`user_id`,`at`);--> statement-breakpoint
CREATE TABLE `review_drafts` (
	`user_id` text NOT NULL,
	`task_id` text NOT NULL,
	`answers` text NOT NULL,
	`notes` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `task_id`),
	FOREIGN KEY (`task_id`) REFERENCES `review_tasks`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `review_notes` (
	`review_id` text NOT NULL,
	`place` integer NOT NULL,
	`text` text NOT NULL,
	`item_id` text,
	`at_second` integer,
	PRIMARY KEY(`review_id`, `place`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `review_revisions` (
	`review_id` text NOT NULL,
	`revision` integer NOT NULL,
	`cause` text NOT NULL,
	`agent_id` text NOT NULL,
	`answers` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`review_id`, `revision`),
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `review_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`draw_id` text,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`queue` text NOT NULL,
	`selection` text NOT NULL,
	`is_blind` integer NOT NULL,
	`card_id` text NOT NULL,
	`state` text NOT NULL,
	`reviewer_id` text,
	`reason` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`draw_id`) REFERENCES `sample_draws`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`card_id`) REFERENCES `scorecards`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `review_tasks_draw` ON `review_tasks` (`draw_id`,`subject_id`) WHERE draw_id is not null;--> statement-breakpoint
CREATE INDEX `review_tasks_open` ON `review_tasks` (`id`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `review_tasks_subject` ON `review_tasks` (`subject_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`revision` integer NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`reviewer_id` text NOT NULL,
	`card_id` text NOT NULL,
	`card_version` integer NOT NULL,
	`answers` text NOT NULL,
	`selection` text NOT NULL,
	`is_blind` integer NOT NULL,
	`queue` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`reviewed_at` integer NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `review_tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`card_id`,`card_version`) REFERENCES `card_versions`(`card_id`,`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_task` ON `reviews` (`task_id`);--> statement-breakpoint
CREATE INDEX `reviews_by_agent` ON `reviews` (`agent_id`,`occurred_at`);--> statement-breakpoint
CREATE INDEX `reviews_by_day` ON `reviews` (`occurred_at`);--> statement-breakpoint
CREATE INDEX `reviews_by_reviewer` ON `reviews` (`reviewer_id`,`reviewed_at`);--> statement-breakpoint
CREATE INDEX `reviews_by_subject` ON `reviews` (`subject_id`);--> statement-breakpoint
CREATE INDEX `reviews_by_card` ON `reviews` (`card_id`,`card_version`);--> statement-breakpoint
CREATE TABLE `sample_draws` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`seed` integer NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`candidates` text NOT NULL,
	`drawn_count` integer NOT NULL,
	`drawn_by` text NOT NULL,
	`drawn_at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `sample_plans`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sample_draws_sequence` ON `sample_draws` (`plan_id`,`sequence`);--> statement-breakpoint
CREATE TABLE `sample_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`selection` text NOT NULL,
	`filter` text NOT NULL,
	`size` text NOT NULL,
	`card_id` text NOT NULL,
	`is_blind` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`card_id`) REFERENCES `scorecards`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sample_plans_title` ON `sample_plans` (`title`);--> statement-breakpoint
CREATE TABLE `sample_replacements` (
	`draw_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`subject_id` text NOT NULL,
	`instead_id` text NOT NULL,
	`stratum` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`draw_id`, `sequence`),
	FOREIGN KEY (`draw_id`) REFERENCES `sample_draws`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sample_replacements_subject` ON `sample_replacements` (`draw_id`,`subject_id`);--> statement-breakpoint
CREATE INDEX `sample_replacements_by` ON `sample_replacements` (`by`,`at`);--> statement-breakpoint
CREATE TABLE `card_versions` (
	`card_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`holds_from` integer,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`card_id`, `version`),
	FOREIGN KEY (`card_id`) REFERENCES `scorecards`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `scorecards` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `scorecards_title` ON `scorecards` (`title`);