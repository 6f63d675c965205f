CREATE TABLE `base_cells` (
	`by` text NOT NULL,
	`what` text NOT NULL,
	`key` text NOT NULL,
	`on` text NOT NULL,
	`carrier_account_id` text NOT NULL,
	`returned_on` text NOT NULL,
	`lines` integer NOT NULL,
	PRIMARY KEY(`by`, `what`, `on`, `key`, `carrier_account_id`, `returned_on`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
select d."by", 'joined', case d."by" when 'carrier' then l.carrier when 'tariff' then coalesce(l.tariff_name, '') else '' end, e.joined_on, '', '', count(*)
from line_lives e join lines l on l.id = e.line_id cross join (select 'all' as "by" union all select 'carrier' union all select 'tariff') d group by 1, 2, 3, 4, 5, 6;
--> statement-breakpoint
insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
select d."by", e.kind, case d."by" when 'carrier' then l.carrier when 'tariff' then coalesce(l.tariff_name, '') else '' end, e."on", l.carrier_account_id, coalesce(e.returned_on, ''), count(*)
from departures e join lines l on l.id = e.line_id cross join (select 'all' as "by" union all select 'carrier' union all select 'tariff') d group by 1, 2, 3, 4, 5, 6;
--> statement-breakpoint
CREATE TRIGGER `base_line_lives_in` AFTER INSERT ON `line_lives` BEGIN
  insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
  select d."by", 'joined', case d."by" when 'carrier' then l.carrier when 'tariff' then coalesce(l.tariff_name, '') else '' end, new.joined_on, '', '', 1
  from lines l, (select 'all' as "by" union all select 'carrier' union all select 'tariff') d where l.id = new.line_id
  on conflict ("by", what, "on", key, carrier_account_id, returned_on) do update set lines = lines + excluded.lines;
END;
--> statement-breakpoint
CREATE TRIGGER `base_line_lives_up` AFTER UPDATE OF joined_on ON `line_lives` BEGIN
  insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
  select d."by", 'joined', case d."by" when 'carrier' then l.carrier when 'tariff' then coalesce(l.tariff_name, '') else '' end, old.joined_on, '', '', -1
  from lines l, (select 'all' as "by" union all select 'carrier' union all select 'tariff') d where l.id = old.line_id
  on conflict ("by", what, "on", key, carrier_account_id, returned_on) do update set lines = lines + excluded.lines;
  insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
  select d."by", 'joined', case d."by" when 'carrier' then l.carrier when 'tariff' then coalesce(l.tariff_name, '') else '' end, new.joined_on, '', '', 1
  from lines l, (select 'all' as "by" union all select 'carrier' union all select 'tariff') d where l.id = new.line_id
  on conflict ("by", what, "on", key, carrier_account_id, returned_on) do update set lines = lines + excluded.lines;
END;
--> statement-breakpoint
CREATE TRIGGER `base_line_lives_out` AFTER DELETE ON `line_lives` BEGIN
  insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
  select d."by", 'joined', case d."by" when 'carrier' then l.carrier when 'tariff' then coalesce(l.tariff_name, '') else '' end, old.joined_on, '', '', -1
  from lines l, (select 'all' as "by" union all select 'carrier' union all select 'tariff') d where l.id = old.line_id
  on conflict ("by", what, "on", key, carrier_account_id, returned_on) do update set lines = lines + excluded.lines;
END;
--> statement-breakpoint
CREATE TRIGGER `base_departures_in` AFTER INSERT ON `departures` BEGIN
  insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
  select d."by", new.kind, case d."by" when 'carrier' then l.carrier when 'tariff' then coalesce(l.tariff_name, '') else '' end, new."on", l.carrier_account_id, coalesce(new.returned_on, ''), 1
  from lines l, (select 'all' as "by" union all select 'carrier' union all select 'tariff') d where l.id = new.line_id
  on conflict ("by", what, "on", key, carrier_account_id, returned_on) do update set lines = lines + excluded.lines;
END;
--> statement-breakpoint
CREATE TRIGGER `base_departures_up` AFTER UPDATE OF line_id, kind, "on", returned_on ON `departures` BEGIN
  insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
  select d."by", old.kind, case d."by" when 'carrier' then l.carrier when 'tariff' then coalesce(l.tariff_name, '') else '' end, old."on", l.carrier_account_id, coalesce(old.returned_on, ''), -1
  from lines l, (select 'all' as "by" union all select 'carrier' union all select 'tariff') d where l.id = old.line_id
  on conflict ("by", what, "on", key, carrier_account_id, returned_on) do update set lines = lines + excluded.lines;
  insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
  select d."by", new.kind, case d."by" when 'carrier' then l.carrier when 'tariff' then coalesce(l.tariff_name, '') else '' end, new."on", l.carrier_account_id, coalesce(new.returned_on, ''), 1
  from lines l, (select 'all' as "by" union all select 'carrier' union all select 'tariff') d where l.id = new.line_id
  on conflict ("by", what, "on", key, carrier_account_id, returned_on) do update set lines = lines + excluded.lines;
END;
--> statement-breakpoint
CREATE TRIGGER `base_departures_out` AFTER DELETE ON `departures` BEGIN
  insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
  select d."by", old.kind, case d."by" when 'carrier' then l.carrier when 'tariff' then coalesce(l.tariff_name, '') else '' end, old."on", l.carrier_account_id, coalesce(old.returned_on, ''), -1
  from lines l, (select 'all' as "by" union all select 'carrier' union all select 'tariff') d where l.id = old.line_id
  on conflict ("by", what, "on", key, carrier_account_id, returned_on) do update set lines = lines + excluded.lines;
END;
--> statement-breakpoint
CREATE TRIGGER `base_lines_up` AFTER UPDATE OF carrier, tariff_name, carrier_account_id ON `lines`
WHEN old.carrier IS NOT new.carrier OR old.tariff_name IS NOT new.tariff_name OR old.carrier_account_id IS NOT new.carrier_account_id BEGIN
  insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
  select d."by", 'joined', case d."by" when 'carrier' then old.carrier when 'tariff' then coalesce(old.tariff_name, '') else '' end, e.joined_on, '', '', -1
  from line_lives e, (select 'all' as "by" union all select 'carrier' union all select 'tariff') d where e.line_id = new.id
  on conflict ("by", what, "on", key, carrier_account_id, returned_on) do update set lines = lines + excluded.lines;
  insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
  select d."by", e.kind, case d."by" when 'carrier' then old.carrier when 'tariff' then coalesce(old.tariff_name, '') else '' end, e."on", old.carrier_account_id, coalesce(e.returned_on, ''), -1
  from departures e, (select 'all' as "by" union all select 'carrier' union all select 'tariff') d where e.line_id = new.id
  on conflict ("by", what, "on", key, carrier_account_id, returned_on) do update set lines = lines + excluded.lines;
  insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
  select d."by", 'joined', case d."by" when 'carrier' then new.carrier when 'tariff' then coalesce(new.tariff_name, '') else '' end, e.joined_on, '', '', 1
  from line_lives e, (select 'all' as "by" union all select 'carrier' union all select 'tariff') d where e.line_id = new.id
  on conflict ("by", what, "on", key, carrier_account_id, returned_on) do update set lines = lines + excluded.lines;
  insert into base_cells ("by", what, key, "on", carrier_account_id, returned_on, lines)
  select d."by", e.kind, case d."by" when 'carrier' then new.carrier when 'tariff' then coalesce(new.tariff_name, '') else '' end, e."on", new.carrier_account_id, coalesce(e.returned_on, ''), 1
  from departures e, (select 'all' as "by" union all select 'carrier' union all select 'tariff') d where e.line_id = new.id
  on conflict ("by", what, "on", key, carrier_account_id, returned_on) do update set lines = lines + excluded.lines;
END;
