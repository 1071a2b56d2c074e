import { describe, expect, it } from 'vitest';
import { Brakes, RateLimiter } from '../../../src/adapters/discord/rates.ts';

describe('RateLimiter', () => {
  it('lets so many through in a sliding stretch of time, each key for itself', () => {
    const limiter = new RateLimiter({ count: 2, seconds: 10 });
    limiter.take('a', 0);
    limiter.take('a', 4000);
    expect(limiter.blockedUntil('a', 5000)).toBe(10_000);
    expect(limiter.blockedUntil('b', 5000)).toBeNull();
    expect(limiter.blockedUntil('a', 10_000)).toBeNull();
    limiter.take('a', 10_000);
    expect(limiter.blockedUntil('a', 10_000)).toBe(14_000);
  });

  it('stays right among very many keys', () => {
    const limiter = new RateLimiter({ count: 1, seconds: 1 });
    for (let n = 0; n < 25_000; n += 1) limiter.take(`k${n}`, n);
    expect(limiter.blockedUntil('k24999', 25_000)).toBe(25_999);
    expect(limiter.blockedUntil('k0', 25_000)).toBeNull();
  });
});

describe('Brakes', () => {
  it('hold where one of two limits is reached, and count what was held for neither', () => {
    const brakes = new Brakes({ user: { count: 1, seconds: 60 }, channel: { count: 2, seconds: 60 } });
    expect(brakes.take({ user: 'a', channel: 'c' }, 0)).toBeNull();
    expect(brakes.take({ user: 'a', channel: 'c' }, 1)).toBe(60_000);
    expect(brakes.take({ user: 'b', channel: 'c' }, 2)).toBeNull();
    expect(brakes.take({ user: 'd', channel: 'c' }, 3)).toBe(60_000);
    expect(brakes.take({ user: 'd', channel: 'e' }, 4)).toBeNull();
  });

  it('tell somebody once until when', () => {
    const brakes = new Brakes({ user: { count: 1, seconds: 60 }, channel: { count: 2, seconds: 60 } });
    expect([0, 1000, 59_999].map((now) => brakes.tell('a', 60_000, now))).toEqual([true, false, false]);
    expect(brakes.tell('a', 120_000, 60_000)).toBe(true);
  });
});
