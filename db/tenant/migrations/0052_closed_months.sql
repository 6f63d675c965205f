CREATE TABLE `closed_months` (
	`place` integer PRIMARY KEY NOT NULL,
	`month` text NOT NULL,
	`revision` integer NOT NULL,
	`snapshot` text NOT NULL,
	`reason` text,
	`closed_by` text NOT NULL,
	`closed_at` integer NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	`signature` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `closed_months_once` ON `closed_months` (`month`,`revision`);--> statement-breakpoint
CREATE TRIGGER `closed_months_unchanged` BEFORE UPDATE ON `closed_months` BEGIN SELECT RAISE(ABORT, 'A closed month is never changed.'); END;--> statement-breakpoint
CREATE TRIGGER `closed_months_kept` BEFORE DELETE ON `closed_months` BEGIN SELECT RAISE(ABORT, 'A closed month is never removed.'); END;
