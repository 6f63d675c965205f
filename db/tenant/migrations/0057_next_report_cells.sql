CREATE TABLE `report_cells_next` (
	`measure` text NOT NULL,
	`dimension` text NOT NULL,
	`grain` text NOT NULL,
	`period` text NOT NULL,
	`key` text NOT NULL,
	`value` integer NOT NULL,
	PRIMARY KEY(`measure`, `dimension`, `grain`, `period`, `key`)
) STRICT, WITHOUT ROWID;
