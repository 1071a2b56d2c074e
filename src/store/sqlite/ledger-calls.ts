/** The ledger's side of the SQLite store. */
import type { Ledger, Submission } from '../../app/ledger.ts';
import type { Access } from './access.ts';
import * as ledger from './ledger.ts';
import { packed, unpacked } from './packing.ts';

/** The ledger in an open store; the file is reached through `access` alone. */
export function ledgerOf(access: Access): Ledger {
  return {
    async submit(submission) {
      const materials = await packedMaterials(submission);
      access.write((sql) => ledger.submit(sql, submission, materials));
    },
    owed: async (silentSince, noLaterThan) => access.read((sql) => ledger.owed(sql, silentSince, noLaterThan)),
    claim: async (subject, terms) => access.write((sql) => ledger.claim(sql, subject, terms)),
    async material(job) {
      const bytes = access.read((sql) => ledger.material(sql, job));
      return bytes === undefined ? null : unpacked(bytes);
    },
    advance: async (claim, stage, at) => access.write((sql) => ledger.advance(sql, claim, { stage, at })),
    finish: async (claim, result, at) => access.write((sql) => ledger.finish(sql, claim, { result, at })),
    fail: async (claim, failure, at) => access.write((sql) => ledger.fail(sql, claim, { ...failure, at })),
    cancel: async (job, at) => access.write((sql) => ledger.cancel(sql, job, at)),
    retry: async (job, at) => access.write((sql) => ledger.retry(sql, job, at)),
    job: async (id) => access.read((sql) => ledger.job(sql, id)),
    jobs: async (query) => access.read((sql) => ledger.jobs(sql, query)),
    tally: async () => access.read(ledger.tally),
    submittedSince: async (place, at) => access.read((sql) => ledger.submittedSince(sql, place, at)),
    forgetJobsBefore: async (at) => access.write((sql) => ledger.forgetJobsBefore(sql, at)),
    withheld: async () => access.read(ledger.withheld),
    async setWithheld(article, withheld, at) {
      access.write((sql) => (withheld ? ledger.withhold(sql, article, at) : ledger.release(sql, article)));
    },
  };
}

/** One after the other: a submission may hold a thousand pages. */
async function packedMaterials({ jobs }: Submission): Promise<Map<string, Uint8Array>> {
  const materials = new Map<string, Uint8Array>();
  for (const { id, material } of jobs) {
    if (material !== undefined) materials.set(id, await packed(material));
  }
  return materials;
}
