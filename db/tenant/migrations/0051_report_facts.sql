CREATE TABLE `case_clocks` (
	`case_id` text NOT NULL,
	`place` integer NOT NULL,
	`target` text NOT NULL,
	`judged_day` integer,
	`is_met` integer,
	`spent_ms` integer NOT NULL,
	`due_at` integer,
	PRIMARY KEY(`case_id`, `place`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_clocks_judged` ON `case_clocks` (`judged_day`,`target`) WHERE judged_day is not null;--> statement-breakpoint
CREATE INDEX `case_clocks_due` ON `case_clocks` (`due_at`) WHERE due_at is not null;--> statement-breakpoint
CREATE TABLE `case_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text DEFAULT '-' NOT NULL,
	`carrier` text DEFAULT '-' NOT NULL,
	`kind` text DEFAULT '-' NOT NULL,
	`agent` text DEFAULT '-' NOT NULL,
	`topic` text DEFAULT '-' NOT NULL,
	`hour` text DEFAULT '-' NOT NULL,
	`opened_day` integer NOT NULL,
	`solved_day` integer,
	`solve_ms` integer,
	`reopened_day` integer,
	`is_answered` integer NOT NULL,
	`is_passed_on` integer NOT NULL,
	`rated_day` integer,
	`stars` integer,
	`recommends` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_facts_opened` ON `case_facts` (`opened_day`);--> statement-breakpoint
CREATE INDEX `case_facts_solved` ON `case_facts` (`solved_day`) WHERE solved_day is not null;--> statement-breakpoint
CREATE INDEX `case_facts_reopened` ON `case_facts` (`reopened_day`) WHERE reopened_day is not null;--> statement-breakpoint
CREATE INDEX `case_facts_rated` ON `case_facts` (`rated_day`) WHERE rated_day is not null;--> statement-breakpoint
CREATE TABLE `contact_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text DEFAULT '-' NOT NULL,
	`carrier` text DEFAULT '-' NOT NULL,
	`agent` text DEFAULT '-' NOT NULL,
	`topic` text DEFAULT '-' NOT NULL,
	`hour` text DEFAULT '-' NOT NULL,
	`day` integer NOT NULL,
	`is_inbound` integer NOT NULL,
	`call` text,
	`is_in_time` integer NOT NULL,
	`wait_ms` integer NOT NULL,
	`handling_ms` integer NOT NULL,
	`is_first_line` integer NOT NULL,
	`is_solved_at_first` integer NOT NULL,
	`is_repeat` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_facts_day` ON `contact_facts` (`day`);--> statement-breakpoint
CREATE TABLE `report_cells` (
	`measure` text NOT NULL,
	`dimension` text NOT NULL,
	`grain` text NOT NULL,
	`period` text NOT NULL,
	`key` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`measure`, `dimension`, `grain`, `period`, `key`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `report_cells_empty` ON `report_cells` (`measure`) WHERE value = 0;--> statement-breakpoint
CREATE TABLE `report_changes` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entity` text NOT NULL,
	`id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `report_changes_once` ON `report_changes` (`entity`,`id`);--> statement-breakpoint
CREATE TABLE `report_rebuilds` (
	`id` integer PRIMARY KEY NOT NULL,
	`entity` text,
	`cursor` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `request_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`carrier` text DEFAULT '-' NOT NULL,
	`kind` text DEFAULT '-' NOT NULL,
	`agent` text DEFAULT '-' NOT NULL,
	`received_day` integer NOT NULL,
	`manual_day` integer,
	`final_day` integer,
	`outcome` text,
	`lead_ms` integer,
	`carrier_ms` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `request_facts_received` ON `request_facts` (`received_day`);--> statement-breakpoint
CREATE INDEX `request_facts_manual` ON `request_facts` (`manual_day`) WHERE manual_day is not null;--> statement-breakpoint
CREATE INDEX `request_facts_final` ON `request_facts` (`final_day`) WHERE final_day is not null;