/** What the centre's health page shows. Counts of now; nothing of it is kept. */
export type Health = {
  queues: { name: string; waiting: number; active: number; failed: number }[];
  accounts: {
    id: string;
    /** The client company's name. */
    tenant: string;
    carrier: string;
    title: string;
    breaker: 'closed' | 'open' | 'half-open';
    inFlight: number;
    waiting: number;
  }[];
  tenants: {
    id: string;
    name: string;
    /** Rows of the outbox whose time has come. */
    outboxDue: number;
    oldestDueAt: Date | null;
    unconfirmed: number;
    oldestUnconfirmedAt: Date | null;
    /** Work given up after its last attempt, waiting for a person. */
    parked: number;
  }[];
};
