DROP TABLE `knowledge_index`;--> statement-breakpoint
CREATE VIRTUAL TABLE `knowledge_index` USING fts5(`terms`, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0");--> statement-breakpoint
INSERT INTO `knowledge_index` (`rowid`, `terms`) SELECT `id`, `title_terms` || ' ' || `body_terms` || replace(' ' || `title_terms`, ' ', ' ъ') FROM `knowledge_docs`;
