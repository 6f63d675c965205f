CREATE TABLE `access_log` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	`subscriber_id` text NOT NULL,
	`field` text NOT NULL,
	`reason` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `access_log_subscriber` ON `access_log` (`subscriber_id`,`at`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name` ON `saved_views` (`user_id`,`name`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`queue` text NOT NULL,
	`payload` text NOT NULL,
	`gate` text NOT NULL,
	`lane` text NOT NULL,
	`due_at` integer NOT NULL,
	`admitted_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`parked_reason` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_gate` ON `outbox` (`gate`,`lane`,`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_admitted` ON `outbox` (`admitted_at`);--> statement-breakpoint
CREATE TABLE `batch_rejects` (
	`batch_id` text NOT NULL,
	`row` integer NOT NULL,
	`text` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`batch_id`, `row`),
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `batches` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`payload` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `request_events` (
	`request_id` text NOT NULL,
	`version` integer NOT NULL,
	`event` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`note` text,
	PRIMARY KEY(`request_id`, `version`),
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `requests` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`line_id` text NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`subject` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`lane` text NOT NULL,
	`carrier` text NOT NULL,
	`carrier_account_id` text NOT NULL,
	`preview` text,
	`form_token` text NOT NULL,
	`form_hash` text NOT NULL,
	`batch_id` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`scheduled_for` integer,
	`sent_at` integer,
	`carrier_ref` text,
	`unconfirmed_since` integer,
	`failure` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `requests_number` ON `requests` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `requests_form_token` ON `requests` (`form_token`);--> statement-breakpoint
CREATE UNIQUE INDEX `requests_one_open` ON `requests` (`line_id`,`subject`) WHERE state not in ('draft', 'done', 'refused', 'cancelled');--> statement-breakpoint
CREATE INDEX `requests_by_state` ON `requests` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `requests_open_by_state` ON `requests` (`state`) WHERE state not in ('draft', 'done', 'refused', 'cancelled');--> statement-breakpoint
CREATE INDEX `requests_by_carrier_state` ON `requests` (`carrier`,`state`,`id`);--> statement-breakpoint
CREATE INDEX `requests_by_line` ON `requests` (`line_id`,`id`);--> statement-breakpoint
CREATE INDEX `requests_by_batch` ON `requests` (`batch_id`,`id`);--> statement-breakpoint
CREATE INDEX `requests_by_author` ON `requests` (`created_by`,`id`);--> statement-breakpoint
CREATE TABLE `wire_records` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`at` integer NOT NULL,
	`operation` text NOT NULL,
	`duration_ms` integer NOT NULL,
	`sent` text NOT NULL,
	`received` text,
	`failure` text,
	FOREIGN KEY (`request_id`) REFERENCES `requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `wire_records_request` ON `wire_records` (`request_id`,`id`);--> statement-breakpoint
CREATE TABLE `line_options` (
	`line_id` text NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`since` integer,
	PRIMARY KEY(`line_id`, `code`),
	FOREIGN KEY (`line_id`) REFERENCES `lines`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `lines` (
	`id` text PRIMARY KEY NOT NULL,
	`subscriber_id` text NOT NULL,
	`msisdn` text NOT NULL,
	`carrier` text NOT NULL,
	`carrier_account_id` text NOT NULL,
	`carrier_line_id` text,
	`account_number` text,
	`tariff_code` text,
	`tariff_name` text,
	`blocked_by` text,
	`balance_kopecks` integer,
	`iccid` text,
	`seen_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lines_msisdn` ON `lines` (`msisdn`);--> statement-breakpoint
CREATE INDEX `lines_subscriber` ON `lines` (`subscriber_id`);--> statement-breakpoint
CREATE TABLE `search_terms` (
	`term` text NOT NULL,
	`subscriber_id` text NOT NULL,
	PRIMARY KEY(`term`, `subscriber_id`),
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `search_terms_subscriber` ON `search_terms` (`subscriber_id`);--> statement-breakpoint
CREATE TABLE `subscribers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`contract_number` text NOT NULL,
	`email` text,
	`note` text,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `subscribers_contract` ON `subscribers` (`contract_number`);