CREATE TABLE `mendings` (
	`absence_id` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`basis` text NOT NULL,
	`changes` text NOT NULL,
	`made_at` integer NOT NULL,
	`accepted_at` integer,
	`accepted_by` text,
	FOREIGN KEY (`absence_id`) REFERENCES `absences`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
