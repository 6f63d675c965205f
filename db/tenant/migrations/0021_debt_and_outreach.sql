CREATE TABLE `debt_runs` (
	`on` text PRIMARY KEY NOT NULL,
	`cursor` text NOT NULL,
	`counts` text NOT NULL,
	`started_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `instalment_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`receivable_id` text NOT NULL,
	`instalments` text NOT NULL,
	`tolerance_days` integer NOT NULL,
	`tolerance_kopecks` integer NOT NULL,
	`last_on` text NOT NULL,
	`state` text NOT NULL,
	`form_token` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `instalment_plans_open` ON `instalment_plans` (`receivable_id`) WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX `instalment_plans_form_token` ON `instalment_plans` (`form_token`);--> statement-breakpoint
CREATE TABLE `ladder_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`receivable_id` text NOT NULL,
	`version` integer NOT NULL,
	`move` text NOT NULL,
	`debt_since` text NOT NULL,
	`strategy_id` text NOT NULL,
	`strategy_version` integer NOT NULL,
	`arm` text NOT NULL,
	`step` integer,
	`why` text,
	`on` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ladder_moves_version` ON `ladder_moves` (`receivable_id`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `ladder_moves_step` ON `ladder_moves` (`receivable_id`,`debt_since`,`strategy_id`,`strategy_version`,`step`) WHERE move = 'step';--> statement-breakpoint
CREATE INDEX `ladder_moves_by_day` ON `ladder_moves` (`on`,`move`);--> statement-breakpoint
CREATE TABLE `promises` (
	`id` text PRIMARY KEY NOT NULL,
	`receivable_id` text NOT NULL,
	`parts` text NOT NULL,
	`kopecks` integer NOT NULL,
	`last_on` text NOT NULL,
	`state` text NOT NULL,
	`via` text NOT NULL,
	`form_token` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`ended_at` integer,
	`paid_kopecks` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `promises_open` ON `promises` (`receivable_id`) WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX `promises_form_token` ON `promises` (`form_token`);--> statement-breakpoint
CREATE INDEX `promises_by_last` ON `promises` (`state`,`last_on`);--> statement-breakpoint
CREATE TABLE `standings` (
	`receivable_id` text PRIMARY KEY NOT NULL,
	`strategy_id` text NOT NULL,
	`strategy_version` integer NOT NULL,
	`arm` text NOT NULL,
	`debt_since` text NOT NULL,
	`step` integer NOT NULL,
	`next_on` text,
	`hold` text,
	`left_on` text,
	`version` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `standings_by_next` ON `standings` (`next_on`) WHERE next_on is not null;--> statement-breakpoint
CREATE TABLE `strategies` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `strategy_trials` (
	`id` text PRIMARY KEY NOT NULL,
	`champion_id` text NOT NULL,
	`challenger_id` text,
	`challenger_percent` integer NOT NULL,
	`control_percent` integer NOT NULL,
	`salt` text NOT NULL,
	`started_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`champion_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`challenger_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `strategy_trials_running` ON `strategy_trials` (`ended_at`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `strategy_versions` (
	`strategy_id` text NOT NULL,
	`number` integer NOT NULL,
	`rules` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	`in_force_from` integer,
	`put_in_force_by` text,
	PRIMARY KEY(`strategy_id`, `number`),
	FOREIGN KEY (`strategy_id`) REFERENCES `strategies`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `suspensions` (
	`id` text PRIMARY KEY NOT NULL,
	`receivable_id` text NOT NULL,
	`line_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`debt_kopecks` integer NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`block_request_id` text,
	`suspended_at` integer,
	`paid_at` integer,
	`restore_by` integer,
	`unblock_request_id` text,
	`restored_at` integer,
	`why` text,
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`block_request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unblock_request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `suspensions_open` ON `suspensions` (`line_id`) WHERE state not in ('declined', 'cancelled', 'restored');--> statement-breakpoint
CREATE INDEX `suspensions_by_state` ON `suspensions` (`state`,`proposed_at`);--> statement-breakpoint
CREATE INDEX `suspensions_by_receivable` ON `suspensions` (`receivable_id`);--> statement-breakpoint
CREATE TABLE `consent_texts` (
	`purpose` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`purpose`, `version`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`subscriber_id` text NOT NULL,
	`purpose` text NOT NULL,
	`channel` text,
	`text_version` integer NOT NULL,
	`proof` text NOT NULL,
	`given_at` integer NOT NULL,
	`withdrawn_at` integer,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `consents_by_subscriber` ON `consents` (`subscriber_id`);--> statement-breakpoint
CREATE INDEX `consents_in_force` ON `consents` (`subscriber_id`,`purpose`) WHERE withdrawn_at is null;--> statement-breakpoint
CREATE TABLE `contact_bars` (
	`id` text PRIMARY KEY NOT NULL,
	`subscriber_id` text NOT NULL,
	`kind` text NOT NULL,
	`proof` text NOT NULL,
	`representative` text,
	`from` integer NOT NULL,
	`until` integer,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_bars_by_subscriber` ON `contact_bars` (`subscriber_id`);--> statement-breakpoint
CREATE TABLE `contact_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`from` integer NOT NULL,
	`mode` text NOT NULL,
	`register_number` text,
	`creditor_name` text NOT NULL,
	`creditor_phone` text NOT NULL,
	`call_label` text,
	`limits` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contact_rules_from` ON `contact_rules` (`from`);--> statement-breakpoint
CREATE TABLE `outreach_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`subscriber_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`line_id` text,
	`receivable_id` text,
	`case_id` text,
	`purpose` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`content` text NOT NULL,
	`recording` text,
	`time_zone` text NOT NULL,
	`state` text NOT NULL,
	`failure` text,
	`send_key` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outreach_attempts_sequence` ON `outreach_attempts` (`subscriber_id`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `outreach_attempts_send_key` ON `outreach_attempts` (`send_key`);--> statement-breakpoint
CREATE INDEX `outreach_attempts_by_time` ON `outreach_attempts` (`subscriber_id`,`at`);--> statement-breakpoint
CREATE INDEX `outreach_attempts_by_receivable` ON `outreach_attempts` (`receivable_id`,`at`);--> statement-breakpoint
CREATE TABLE `outreach_refusals` (
	`id` text PRIMARY KEY NOT NULL,
	`subscriber_id` text NOT NULL,
	`receivable_id` text,
	`purpose` text NOT NULL,
	`channel` text NOT NULL,
	`rule` text NOT NULL,
	`until` integer,
	`send_key` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `outreach_refusals_by_time` ON `outreach_refusals` (`subscriber_id`,`at`);--> statement-breakpoint
CREATE TABLE `models` (
	`id` text PRIMARY KEY NOT NULL,
	`target` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`parameters` text NOT NULL,
	`card` text NOT NULL,
	`trained_at` integer NOT NULL,
	`in_force_from` integer,
	`retired_at` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `models_number` ON `models` (`target`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `models_in_force` ON `models` (`target`) WHERE in_force_from is not null and retired_at is null;--> statement-breakpoint
CREATE TABLE `nonpayment_forecasts` (
	`receivable_id` text NOT NULL,
	`due_on` text NOT NULL,
	`model_id` text NOT NULL,
	`probability` real NOT NULL,
	`reasons` text NOT NULL,
	`at` integer NOT NULL,
	`days_late` integer,
	PRIMARY KEY(`receivable_id`, `due_on`),
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `nonpayment_forecasts_by_due` ON `nonpayment_forecasts` (`due_on`,`probability`);--> statement-breakpoint
CREATE TABLE `payment_habits` (
	`receivable_id` text PRIMARY KEY NOT NULL,
	`charges` integer NOT NULL,
	`late` integer NOT NULL,
	`late_days` integer NOT NULL,
	`last_days` text NOT NULL,
	`charged_kopecks` integer NOT NULL,
	`first_due_on` text NOT NULL,
	`counted_until` text NOT NULL,
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `balance_readings` (
	`line_id` text NOT NULL,
	`at` integer NOT NULL,
	`kopecks` integer NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`line_id`, `at`),
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `billing_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`subscriber_id` text NOT NULL,
	`number` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `billing_accounts_number` ON `billing_accounts` (`number`);--> statement-breakpoint
CREATE INDEX `billing_accounts_by_subscriber` ON `billing_accounts` (`subscriber_id`);--> statement-breakpoint
CREATE TABLE `billing_files` (
	`id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`rows` integer NOT NULL,
	`booked` integer NOT NULL,
	`known` integer NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `billing_files_hash` ON `billing_files` (`hash`);--> statement-breakpoint
CREATE TABLE `billing_rejects` (
	`file_id` text NOT NULL,
	`row` integer NOT NULL,
	`text` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`file_id`, `row`),
	FOREIGN KEY (`file_id`) REFERENCES `billing_files`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `charges` (
	`entry_id` text PRIMARY KEY NOT NULL,
	`receivable_id` text NOT NULL,
	`due_on` text NOT NULL,
	`kopecks` integer NOT NULL,
	`open_kopecks` integer NOT NULL,
	`settled_on` text,
	FOREIGN KEY (`entry_id`) REFERENCES `journal_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `charges_by_receivable` ON `charges` (`receivable_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `charges_by_due` ON `charges` (`due_on`);--> statement-breakpoint
CREATE TABLE `debt_disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`receivable_id` text NOT NULL,
	`charge_id` text,
	`kopecks` integer NOT NULL,
	`reason` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`outcome` text,
	`answer` text,
	`closed_by` text,
	`closed_at` integer,
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`charge_id`) REFERENCES `charges`(`entry_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `debt_disputes_open` ON `debt_disputes` (`receivable_id`) WHERE closed_at is null;--> statement-breakpoint
CREATE TABLE `journal_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`receivable_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`kopecks` integer NOT NULL,
	`source` text NOT NULL,
	`source_key` text NOT NULL,
	`file_id` text,
	`reverses` text,
	`on` text NOT NULL,
	`note` text,
	`booked_by` text NOT NULL,
	`booked_at` integer NOT NULL,
	FOREIGN KEY (`receivable_id`) REFERENCES `receivables`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `billing_files`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_entries_source` ON `journal_entries` (`source_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `journal_entries_sequence` ON `journal_entries` (`receivable_id`,`sequence`);--> statement-breakpoint
CREATE UNIQUE INDEX `journal_entries_reverses` ON `journal_entries` (`reverses`) WHERE reverses is not null;--> statement-breakpoint
CREATE INDEX `journal_entries_by_day` ON `journal_entries` (`kind`,`on`);--> statement-breakpoint
CREATE TABLE `journal_postings` (
	`entry_id` text NOT NULL,
	`book` text NOT NULL,
	`kopecks` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `book`),
	FOREIGN KEY (`entry_id`) REFERENCES `journal_entries`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `receivables` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`line_id` text,
	`balance_kopecks` integer NOT NULL,
	`oldest_due_on` text,
	`next_due_on` text,
	`disputed_kopecks` integer DEFAULT 0 NOT NULL,
	`version` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `billing_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `receivables_line` ON `receivables` (`line_id`) WHERE line_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `receivables_account` ON `receivables` (`account_id`) WHERE line_id is null;--> statement-breakpoint
CREATE INDEX `receivables_by_account` ON `receivables` (`account_id`);--> statement-breakpoint
CREATE INDEX `receivables_by_oldest_due` ON `receivables` (`oldest_due_on`) WHERE oldest_due_on is not null;--> statement-breakpoint
CREATE TABLE `settlements` (
	`entry_id` text NOT NULL,
	`charge_id` text NOT NULL,
	`kopecks` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `charge_id`),
	FOREIGN KEY (`entry_id`) REFERENCES `journal_entries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`charge_id`) REFERENCES `charges`(`entry_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `settlements_by_charge` ON `settlements` (`charge_id`);