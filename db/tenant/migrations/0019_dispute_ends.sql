CREATE TABLE `dispute_ends` (
	`dispute_id` text PRIMARY KEY NOT NULL,
	`as` text NOT NULL,
	FOREIGN KEY (`dispute_id`) REFERENCES `disputes`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
