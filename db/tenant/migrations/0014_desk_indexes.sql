DROP INDEX `cases_open_by_state`;--> statement-breakpoint
CREATE INDEX `cases_unassigned` ON `cases` (due_at is null,`due_at`) WHERE assignee_id is null and state in ('new', 'open');--> statement-breakpoint
CREATE INDEX `cases_solved` ON `cases` (`changed_at`) WHERE state = 'solved';--> statement-breakpoint
DROP INDEX `uploads_of`;--> statement-breakpoint
ALTER TABLE `uploads` ADD `message_id` text REFERENCES messages(id);--> statement-breakpoint
ALTER TABLE `uploads` ADD `removed_at` integer;--> statement-breakpoint
CREATE INDEX `uploads_by` ON `uploads` (`user_id`,`at`);--> statement-breakpoint
CREATE INDEX `uploads_with` ON `uploads` (`message_id`) WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX `uploads_bytes` ON `uploads` (`sha256`);--> statement-breakpoint
CREATE INDEX `uploads_of` ON `uploads` (`case_id`,`at`);--> statement-breakpoint
ALTER TABLE `messages` ADD `claimed_at` integer;--> statement-breakpoint
ALTER TABLE `incidents` ADD `form_token` text;--> statement-breakpoint
ALTER TABLE `incidents` ADD `form_hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_form_token` ON `incidents` (`form_token`);--> statement-breakpoint
CREATE INDEX `call_events_heard` ON `call_events` (`heard_at`);--> statement-breakpoint
CREATE INDEX `attachments_bytes` ON `attachments` (`sha256`);--> statement-breakpoint
CREATE INDEX `goodwill_asked` ON `goodwill_decisions` (`id`) WHERE state = 'asked';