/** How much one key may do: at once, and per minute afterwards. */
export interface Allowance {
  readonly burst: number;
  readonly perMinute: number;
}

/** Counts per key what it may still do. */
export interface Limiter {
  /** Takes one; gives the seconds to wait when there is none, else 0. */
  take(key: string): number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Keys kept before full buckets are forgotten: a forgotten full bucket is the same as a new one. */
const keptKeys = 10_000;

/** A token bucket per key; `nowMs` must never run backwards. Never throws. */
export const createLimiter = (allowance: Allowance, nowMs: () => number): Limiter => {
  const perMs = allowance.perMinute / 60_000;
  const buckets = new Map<string, Bucket>();
  const level = (bucket: Bucket, now: number): number =>
    Math.min(allowance.burst, bucket.tokens + (now - bucket.at) * perMs);
  const forgetFull = (now: number): void => {
    for (const [key, bucket] of buckets) {
      if (level(bucket, now) >= allowance.burst) buckets.delete(key);
    }
  };
  return {
    take(key) {
      const now = nowMs();
      const bucket = buckets.get(key) ?? { tokens: allowance.burst, at: now };
      const tokens = level(bucket, now);
      if (tokens < 1) return Math.max(1, Math.ceil((1 - tokens) / perMs / 1000));
      if (buckets.size >= keptKeys) forgetFull(now);
      buckets.set(key, { tokens: tokens - 1, at: now });
      return 0;
    },
  };
};
