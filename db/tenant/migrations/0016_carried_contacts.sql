CREATE INDEX `contacts_carried` ON `contacts` (`address`,`started_at`) WHERE channel in ('chat', 'messenger');
