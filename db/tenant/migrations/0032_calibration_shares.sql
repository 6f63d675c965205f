CREATE TABLE `calibration_shares` (
	`calibration_id` text NOT NULL,
	`what` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`calibration_id`, `what`),
	FOREIGN KEY (`calibration_id`) REFERENCES `calibrations`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
