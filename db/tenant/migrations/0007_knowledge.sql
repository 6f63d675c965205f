CREATE TABLE `article_links` (
	`article_id` text NOT NULL,
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`case_id`, `article_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `article_links_article` ON `article_links` (`article_id`);--> statement-breakpoint
CREATE TABLE `article_reads` (
	`article_id` text NOT NULL,
	`version` integer NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`article_id`, `user_id`, `version`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `article_suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text,
	`base_version` integer NOT NULL,
	`carrier` text,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`note` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`verdict` text,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `article_suggestions_open` ON `article_suggestions` (`verdict`,`at`);--> statement-breakpoint
CREATE TABLE `article_versions` (
	`article_id` text NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`carrier` text,
	`title` text NOT NULL,
	`keywords` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`article_id`, `version`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`carrier` text,
	`title` text NOT NULL,
	`keywords` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`owner_id` text NOT NULL,
	`is_required` integer NOT NULL,
	`valid_from` integer,
	`valid_until` integer,
	`review_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_slug` ON `articles` (`slug`);--> statement-breakpoint
CREATE INDEX `articles_by_state` ON `articles` (`state`,`title`);--> statement-breakpoint
CREATE TABLE `knowledge_docs` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	`carrier` text NOT NULL,
	`title` text NOT NULL,
	`title_terms` text NOT NULL,
	`body_terms` text NOT NULL,
	`valid_from` integer,
	`valid_until` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `knowledge_docs_ref` ON `knowledge_docs` (`kind`,`carrier`,`ref`);--> statement-breakpoint
CREATE TABLE `knowledge_searches` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`query` text NOT NULL,
	`found` integer NOT NULL,
	`case_id` text,
	`article_id` text,
	`kept_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `knowledge_searches_started` ON `knowledge_searches` (`started_at`);--> statement-breakpoint
CREATE TABLE `knowledge_spellings` (
	`spelling` text NOT NULL,
	`term` text NOT NULL,
	PRIMARY KEY(`spelling`, `term`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `knowledge_terms` (
	`term` text PRIMARY KEY NOT NULL,
	`docs` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `synonym_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_by` text,
	`removed_at` integer
) STRICT;
--> statement-breakpoint
ALTER TABLE `catalogue_items` ADD `fee_once_kopecks` integer;--> statement-breakpoint
ALTER TABLE `catalogue_items` ADD `fee_month_kopecks` integer;--> statement-breakpoint
CREATE VIRTUAL TABLE `knowledge_index` USING fts5(`title`, `body`, content='', contentless_delete=1, detail=column, tokenize="unicode61 remove_diacritics 0");
