CREATE TRIGGER `report_case_events_in` AFTER INSERT ON `case_events` BEGIN
  delete from report_changes where entity = 'case' and id in (select new.case_id);
  insert into report_changes (entity, id) select 'case', new.case_id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_case_events_up` AFTER UPDATE ON `case_events` BEGIN
  delete from report_changes where entity = 'case' and id in (select new.case_id);
  insert into report_changes (entity, id) select 'case', new.case_id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_case_events_out` AFTER DELETE ON `case_events` BEGIN
  delete from report_changes where entity = 'case' and id in (select old.case_id);
  insert into report_changes (entity, id) select 'case', old.case_id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_cases_up` AFTER UPDATE OF state, channel, carrier, kind, assignee_id, topic_id ON `cases` BEGIN
  delete from report_changes where entity = 'case' and id in (select new.id);
  insert into report_changes (entity, id) select 'case', new.id;
  delete from report_changes where entity = 'contact' and id in (select id from contacts where case_id = new.id and (old.topic_id is not new.topic_id or old.carrier is not new.carrier));
  insert into report_changes (entity, id) select 'contact', id from contacts where case_id = new.id and (old.topic_id is not new.topic_id or old.carrier is not new.carrier);
END;
--> statement-breakpoint
CREATE TRIGGER `report_cases_out` AFTER DELETE ON `cases` BEGIN
  delete from report_changes where entity = 'case' and id in (select old.id);
  insert into report_changes (entity, id) select 'case', old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_case_requests_in` AFTER INSERT ON `case_requests` BEGIN
  delete from report_changes where entity = 'case' and id in (select new.case_id);
  insert into report_changes (entity, id) select 'case', new.case_id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_case_requests_out` AFTER DELETE ON `case_requests` BEGIN
  delete from report_changes where entity = 'case' and id in (select old.case_id);
  insert into report_changes (entity, id) select 'case', old.case_id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_request_events_in` AFTER INSERT ON `request_events` BEGIN
  delete from report_changes where entity = 'request' and id in (select new.request_id);
  insert into report_changes (entity, id) select 'request', new.request_id;
  delete from report_changes where entity = 'case' and id in (select case_id from case_requests where request_id = new.request_id);
  insert into report_changes (entity, id) select 'case', case_id from case_requests where request_id = new.request_id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_request_events_out` AFTER DELETE ON `request_events` BEGIN
  delete from report_changes where entity = 'request' and id in (select old.request_id);
  insert into report_changes (entity, id) select 'request', old.request_id;
  delete from report_changes where entity = 'case' and id in (select case_id from case_requests where request_id = old.request_id);
  insert into report_changes (entity, id) select 'case', case_id from case_requests where request_id = old.request_id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_requests_up` AFTER UPDATE OF carrier, kind, created_by ON `requests` BEGIN
  delete from report_changes where entity = 'request' and id in (select new.id);
  insert into report_changes (entity, id) select 'request', new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_requests_out` AFTER DELETE ON `requests` BEGIN
  delete from report_changes where entity = 'request' and id in (select old.id);
  insert into report_changes (entity, id) select 'request', old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_ratings_in` AFTER INSERT ON `ratings` BEGIN
  delete from report_changes where entity = 'case' and id in (select new.case_id);
  insert into report_changes (entity, id) select 'case', new.case_id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_ratings_up` AFTER UPDATE ON `ratings` BEGIN
  delete from report_changes where entity = 'case' and id in (select new.case_id);
  insert into report_changes (entity, id) select 'case', new.case_id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_ratings_out` AFTER DELETE ON `ratings` BEGIN
  delete from report_changes where entity = 'case' and id in (select old.case_id);
  insert into report_changes (entity, id) select 'case', old.case_id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_contacts_in` AFTER INSERT ON `contacts` BEGIN
  delete from report_changes where entity = 'contact' and id in (select new.id);
  insert into report_changes (entity, id) select 'contact', new.id;
  delete from report_changes where entity = 'contact' and id in (select o.id from contacts o where o.subscriber_id = new.subscriber_id and o.id <> new.id and o.started_at between new.started_at - 5184000000 and new.started_at + 5184000000);
  insert into report_changes (entity, id) select 'contact', o.id from contacts o where o.subscriber_id = new.subscriber_id and o.id <> new.id and o.started_at between new.started_at - 5184000000 and new.started_at + 5184000000;
  delete from report_changes where entity = 'case' and id in (select new.case_id where new.case_id is not null);
  insert into report_changes (entity, id) select 'case', new.case_id where new.case_id is not null;
END;
--> statement-breakpoint
CREATE TRIGGER `report_contacts_up` AFTER UPDATE ON `contacts` BEGIN
  delete from report_changes where entity = 'contact' and id in (select old.id);
  insert into report_changes (entity, id) select 'contact', old.id;
  delete from report_changes where entity = 'contact' and id in (select o.id from contacts o where o.subscriber_id = old.subscriber_id and o.id <> old.id and o.started_at between old.started_at - 5184000000 and old.started_at + 5184000000);
  insert into report_changes (entity, id) select 'contact', o.id from contacts o where o.subscriber_id = old.subscriber_id and o.id <> old.id and o.started_at between old.started_at - 5184000000 and old.started_at + 5184000000;
  delete from report_changes where entity = 'case' and id in (select old.case_id where old.case_id is not null);
  insert into report_changes (entity, id) select 'case', old.case_id where old.case_id is not null;
  delete from report_changes where entity = 'contact' and id in (select new.id);
  insert into report_changes (entity, id) select 'contact', new.id;
  delete from report_changes where entity = 'contact' and id in (select o.id from contacts o where o.subscriber_id = new.subscriber_id and o.id <> new.id and o.started_at between new.started_at - 5184000000 and new.started_at + 5184000000);
  insert into report_changes (entity, id) select 'contact', o.id from contacts o where o.subscriber_id = new.subscriber_id and o.id <> new.id and o.started_at between new.started_at - 5184000000 and new.started_at + 5184000000;
  delete from report_changes where entity = 'case' and id in (select new.case_id where new.case_id is not null);
  insert into report_changes (entity, id) select 'case', new.case_id where new.case_id is not null;
END;
--> statement-breakpoint
CREATE TRIGGER `report_contacts_out` AFTER DELETE ON `contacts` BEGIN
  delete from report_changes where entity = 'contact' and id in (select old.id);
  insert into report_changes (entity, id) select 'contact', old.id;
  delete from report_changes where entity = 'contact' and id in (select o.id from contacts o where o.subscriber_id = old.subscriber_id and o.id <> old.id and o.started_at between old.started_at - 5184000000 and old.started_at + 5184000000);
  insert into report_changes (entity, id) select 'contact', o.id from contacts o where o.subscriber_id = old.subscriber_id and o.id <> old.id and o.started_at between old.started_at - 5184000000 and old.started_at + 5184000000;
  delete from report_changes where entity = 'case' and id in (select old.case_id where old.case_id is not null);
  insert into report_changes (entity, id) select 'case', old.case_id where old.case_id is not null;
END;
--> statement-breakpoint
CREATE TRIGGER `report_lines_up` AFTER UPDATE OF carrier ON `lines` WHEN old.carrier IS NOT new.carrier BEGIN
  delete from report_changes where entity = 'contact' and id in (select id from contacts where line_id = new.id);
  insert into report_changes (entity, id) select 'contact', id from contacts where line_id = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `report_contracts_in` AFTER INSERT ON `contract_versions` BEGIN
  delete from report_changes where entity = 'case' and id in (select id from cases where state in ('new', 'open', 'waiting') or changed_at >= new.effective_from);
  insert into report_changes (entity, id) select 'case', id from cases where state in ('new', 'open', 'waiting') or changed_at >= new.effective_from;
END;
--> statement-breakpoint
CREATE TRIGGER `report_contracts_up` AFTER UPDATE ON `contract_versions` BEGIN
  delete from report_changes where entity = 'case' and id in (select id from cases where state in ('new', 'open', 'waiting') or changed_at >= min(old.effective_from, new.effective_from));
  insert into report_changes (entity, id) select 'case', id from cases where state in ('new', 'open', 'waiting') or changed_at >= min(old.effective_from, new.effective_from);
END;
--> statement-breakpoint
CREATE TRIGGER `report_calendars_in` AFTER INSERT ON `calendar_versions` BEGIN
  delete from report_changes where entity = 'case' and id in (select id from cases where state in ('new', 'open', 'waiting') or changed_at >= (unixepoch(new.effective_from) - 86400) * 1000);
  insert into report_changes (entity, id) select 'case', id from cases where state in ('new', 'open', 'waiting') or changed_at >= (unixepoch(new.effective_from) - 86400) * 1000;
END;
--> statement-breakpoint
CREATE TRIGGER `report_calendars_up` AFTER UPDATE ON `calendar_versions` BEGIN
  delete from report_changes where entity = 'case' and id in (select id from cases where state in ('new', 'open', 'waiting') or changed_at >= min((unixepoch(old.effective_from) - 86400) * 1000, (unixepoch(new.effective_from) - 86400) * 1000));
  insert into report_changes (entity, id) select 'case', id from cases where state in ('new', 'open', 'waiting') or changed_at >= min((unixepoch(old.effective_from) - 86400) * 1000, (unixepoch(new.effective_from) - 86400) * 1000);
END;
--> statement-breakpoint
CREATE TRIGGER `report_terms_in` AFTER INSERT ON `service_term_versions` BEGIN
  delete from report_changes where entity = 'contact' and id in (select id from contacts where started_at >= (unixepoch(new.effective_from) - 5270400) * 1000);
  insert into report_changes (entity, id) select 'contact', id from contacts where started_at >= (unixepoch(new.effective_from) - 5270400) * 1000;
END;
--> statement-breakpoint
CREATE TRIGGER `report_terms_up` AFTER UPDATE ON `service_term_versions` BEGIN
  delete from report_changes where entity = 'contact' and id in (select id from contacts where started_at >= (unixepoch(old.effective_from) - 5270400) * 1000);
  insert into report_changes (entity, id) select 'contact', id from contacts where started_at >= (unixepoch(old.effective_from) - 5270400) * 1000;
  delete from report_changes where entity = 'contact' and id in (select id from contacts where started_at >= (unixepoch(new.effective_from) - 5270400) * 1000);
  insert into report_changes (entity, id) select 'contact', id from contacts where started_at >= (unixepoch(new.effective_from) - 5270400) * 1000;
END;
