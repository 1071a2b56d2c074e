/** A ledger in memory: the contract kept in the plainest way, to compare others with and for tests of what stands above. */
import type {
  Claim,
  Claimed,
  ClaimTerms,
  Job,
  JobError,
  JobState,
  Ledger,
  Submission,
  Tally,
} from '../../src/app/ledger.ts';

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

interface Entry extends Writable<Job> {
  /** The number of the newest attempt, ever. */
  attempt: number;
  alive: number;
  material: Uint8Array | null;
}

/** Whether a job waits or is under way. */
function isOwed({ state }: Job): boolean {
  return state === 'waiting' || state === 'running';
}

/** Whether a job says how its subject shall be, whatever was asked before. */
function isWhole({ work }: Job): boolean {
  return work.kind === 'take-in' || work.kind === 'remove';
}

function entries({ jobs, ...submission }: Submission): Entry[] {
  const rest = { attempt: 0, attempts: 0, started: null, ended: null, stage: null, error: null, result: null };
  return jobs.map(({ material = null, ...job }) => {
    const change = { added: 0, replaced: 0, removed: 0 };
    return { ...job, ...submission, ...rest, state: 'waiting', alive: submission.at, material, change };
  });
}

function jobOf({ attempt: _attempt, alive: _alive, material: _material, ...job }: Entry): Job {
  return structuredClone(job);
}

/** Every job of the ledger, oldest first, with what can be done to it. */
class Entries {
  readonly all: Entry[] = [];

  held({ job, attempt }: Claim): Entry | undefined {
    return this.all.find((entry) => entry.id === job && entry.state === 'running' && entry.attempt === attempt);
  }

  /** Changes a job if there is one; tells whether. */
  change(entry: Entry | undefined, to: Partial<Entry>): boolean {
    if (entry !== undefined) Object.assign(entry, { stage: null, ...to });
    return entry !== undefined;
  }

  /** The job to be begun next: what waits comes before what somebody has left. */
  next(subject: string): Entry | undefined {
    const of = (state: JobState) => this.all.filter((entry) => entry.subject === subject && entry.state === state);
    return of('waiting').findLast(isWhole) ?? of('waiting')[0] ?? of('running')[0];
  }

  begin(entry: Entry, at: number): Claimed {
    const { attempt, attempts } = entry;
    this.change(entry, { state: 'running', attempt: attempt + 1, attempts: attempts + 1, started: at, alive: at });
    this.change(entry, { error: null });
    const earlier = this.all.slice(0, this.all.indexOf(entry));
    for (const each of earlier.filter((other) => isOwed(other) && other.subject === entry.subject && isWhole(entry))) {
      this.change(each, { state: 'superseded', ended: at, material: null });
    }
    return { claim: { job: entry.id, attempt: entry.attempt }, job: jobOf(entry) };
  }

  claim(subject: string, terms: ClaimTerms): Claimed | null {
    const { at, silentSince, noLaterThan = Infinity, most, error } = terms;
    const lives = ({ state, alive }: Entry) => state === 'running' && alive >= silentSince && alive <= noLaterThan;
    if (this.all.some((entry) => entry.subject === subject && lives(entry))) return null;
    const entry = this.next(subject);
    if (entry === undefined) return null;
    if (entry.attempts < most) return this.begin(entry, at);
    this.change(entry, { state: 'failed', ended: at, error });
    return this.claim(subject, terms);
  }

  owed(silentSince: number, noLaterThan: number): string[] {
    const lives = (alive: number) => alive >= silentSince && alive <= noLaterThan;
    const owed = this.all.filter(({ state, alive }) => state === 'waiting' || (state === 'running' && !lives(alive)));
    const since = (subject: string) =>
      Math.min(...owed.filter((entry) => entry.subject === subject).map(({ alive }) => alive));
    return [...new Set(owed.map(({ subject }) => subject))].sort((a, b) => since(a) - since(b));
  }

  failed(claim: Claim, error: JobError, to: Partial<Entry>): boolean {
    return this.change(this.held(claim), { error, ...to });
  }
}

function tallyOf(jobs: readonly Job[]): Tally {
  const tally = { waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0, superseded: 0 };
  for (const { state } of jobs) tally[state] += 1;
  return tally;
}

/** An empty ledger. */
export function memoryLedger(): Ledger {
  const jobs = new Entries();
  const articles = new Set<string>();
  const find = (id: string) => jobs.all.find((entry) => entry.id === id);
  const findIn = (id: string, ...states: readonly JobState[]) =>
    jobs.all.find((entry) => entry.id === id && states.includes(entry.state));
  return {
    async submit(submission) {
      if (!jobs.all.some(({ batch }) => batch === submission.batch)) jobs.all.push(...entries(submission));
    },
    owed: async (silentSince, noLaterThan = Infinity) => jobs.owed(silentSince, noLaterThan),
    claim: async (subject, terms) => jobs.claim(subject, terms),
    material: async (job) => findIn(job, 'waiting', 'running')?.material ?? null,
    advance: async (claim, stage, at) => jobs.change(jobs.held(claim), { stage, alive: at }),
    finish: async (claim, result, at) =>
      jobs.change(jobs.held(claim), { state: 'done', ended: at, result, material: null }),
    fail: async (claim, { error, again }, at) =>
      jobs.failed(claim, error, again ? { state: 'waiting', alive: at } : { state: 'failed', ended: at }),
    cancel: async (job, at) => jobs.change(findIn(job, 'waiting', 'running'), { state: 'cancelled', ended: at }),
    async retry(job, at) {
      const entry = findIn(job, 'failed', 'cancelled');
      if (entry === undefined || (entry.work.kind === 'take-in' && entry.material === null)) return false;
      const later = jobs.all.slice(jobs.all.indexOf(entry) + 1).filter(({ subject }) => subject === entry.subject);
      const counts = ['waiting', 'running', 'done'];
      if (later.some((one) => isWhole(one) && counts.includes(one.state))) return false;
      const anew = { attempts: 0, started: null, ended: null, error: null };
      return jobs.change(entry, { state: 'waiting', alive: at, ...anew });
    },
    async job(id) {
      const entry = find(id);
      return entry === undefined ? null : jobOf(entry);
    },
    async jobs({ states, batch, limit, offset = 0 }) {
      const wanted = jobs.all.filter(
        (job) => (states?.includes(job.state) ?? true) && (batch ?? job.batch) === job.batch,
      );
      return wanted
        .toReversed()
        .slice(offset, limit === undefined ? undefined : offset + limit)
        .map(jobOf);
    },
    tally: async () => tallyOf(jobs.all),
    submittedSince: async (place, at) => jobs.all.filter((job) => job.place === place && job.at >= at).length,
    async forgetJobsBefore(at) {
      const isNeeded = ({ work }: Job): boolean => work.kind === 'withhold' && articles.has(work.article);
      const kept = jobs.all.filter((job) => isOwed(job) || (job.ended ?? at) >= at || isNeeded(job));
      const forgotten = jobs.all.length - kept.length;
      jobs.all.splice(0, jobs.all.length, ...kept);
      return forgotten;
    },
    withheld: async () => new Set(articles),
    async setWithheld(article, withheld) {
      if (withheld) articles.add(article);
      else articles.delete(article);
    },
  };
}
