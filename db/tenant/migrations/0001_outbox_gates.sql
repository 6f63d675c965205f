DROP INDEX `outbox_gate`;--> statement-breakpoint
DROP INDEX `outbox_admitted`;--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`gate`,`lane`,`due_at`) WHERE admitted_at is null and parked_reason is null;--> statement-breakpoint
CREATE INDEX `outbox_admitted` ON `outbox` (`gate`,`admitted_at`) WHERE admitted_at is not null;