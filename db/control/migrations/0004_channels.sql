CREATE TABLE `mailboxes` (
	`tenant_id` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`sender_name` text NOT NULL,
	`imap` text NOT NULL,
	`smtp` text NOT NULL,
	`credentials_sealed` text NOT NULL,
	`authserv_id` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `pbx_links` (
	`tenant_id` text PRIMARY KEY NOT NULL,
	`secret_sealed` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `web_forms` (
	`tenant_id` text PRIMARY KEY NOT NULL,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
