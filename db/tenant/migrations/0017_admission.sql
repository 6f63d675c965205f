CREATE TABLE `admission_answers` (
	`attempt_id` text NOT NULL,
	`position` integer NOT NULL,
	`given` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `position`),
	FOREIGN KEY (`attempt_id`) REFERENCES `admission_attempts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `admission_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`carrier` text NOT NULL,
	`test_version` integer NOT NULL,
	`number` integer NOT NULL,
	`seed` integer NOT NULL,
	`started_at` integer NOT NULL,
	`deadline_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`carrier`,`test_version`) REFERENCES `admission_tests`(`carrier`,`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `admission_attempts_number` ON `admission_attempts` (`user_id`,`carrier`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `admission_attempts_open` ON `admission_attempts` (`user_id`,`carrier`) WHERE closed_at is null;--> statement-breakpoint
CREATE TABLE `admission_items` (
	`attempt_id` text NOT NULL,
	`position` integer NOT NULL,
	`question_id` text NOT NULL,
	`question_version` integer NOT NULL,
	`option_order` text NOT NULL,
	PRIMARY KEY(`attempt_id`, `position`),
	FOREIGN KEY (`attempt_id`) REFERENCES `admission_attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`,`question_version`) REFERENCES `admission_question_versions`(`question_id`,`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `admission_items_question` ON `admission_items` (`question_id`,`attempt_id`);--> statement-breakpoint
CREATE TABLE `admission_marks` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`attempt_id` text NOT NULL,
	`position` integer NOT NULL,
	`entry` integer NOT NULL,
	`kind` text NOT NULL,
	`reverses_seq` integer,
	`earned` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `admission_attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reverses_seq`) REFERENCES `admission_marks`(`seq`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `admission_marks_entry` ON `admission_marks` (`attempt_id`,`position`,`entry`);--> statement-breakpoint
CREATE UNIQUE INDEX `admission_marks_reverses` ON `admission_marks` (`reverses_seq`) WHERE reverses_seq is not null;--> statement-breakpoint
CREATE TABLE `admission_passes` (
	`attempt_id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`carrier` text NOT NULL,
	`taken_at` integer NOT NULL,
	`valid_until` integer NOT NULL,
	`given_at` integer NOT NULL,
	`is_by_remark` integer NOT NULL,
	`seen_at` integer,
	FOREIGN KEY (`attempt_id`) REFERENCES `admission_attempts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `admission_passes_user` ON `admission_passes` (`user_id`,`carrier`);--> statement-breakpoint
CREATE TABLE `admission_question_versions` (
	`question_id` text NOT NULL,
	`version` integer NOT NULL,
	`carrier` text,
	`topic` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`options` text NOT NULL,
	`key` text NOT NULL,
	`explanation` text NOT NULL,
	`article_id` text,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`question_id`, `version`),
	FOREIGN KEY (`question_id`) REFERENCES `admission_questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `admission_questions_article` ON `admission_question_versions` (`article_id`);--> statement-breakpoint
CREATE TABLE `admission_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawn_reason` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `admission_tests` (
	`carrier` text NOT NULL,
	`version` integer NOT NULL,
	`parts` text NOT NULL,
	`minutes` integer NOT NULL,
	`pass_percent` integer NOT NULL,
	`cool_off_hours` integer NOT NULL,
	`valid_days` integer NOT NULL,
	`grace_days` integer NOT NULL,
	`is_on` integer NOT NULL,
	`set_at` integer NOT NULL,
	`set_by` text NOT NULL,
	PRIMARY KEY(`carrier`, `version`)
) STRICT;
