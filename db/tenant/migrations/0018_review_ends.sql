CREATE TABLE `review_task_ends` (
	`task_id` text PRIMARY KEY NOT NULL,
	`as` text NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `review_tasks`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
