/**
 * A query that is asked at every request: built once for a database, not each time anew. What differs from one
 * asking to the next is a `sql.placeholder`.
 */
export function prepared<Db extends object, Query>(build: (db: Db) => Query): (db: Db) => Query {
  const built = new WeakMap<Db, Query>();
  return (db) => {
    const known = built.get(db);
    if (known) return known;
    const query = build(db);
    built.set(db, query);
    return query;
  };
}
