import { type RedactedRun, serializeRun } from '../run/serialize.ts'

/**
 * A run as one line of JSON for a link, which has to be short. Rules that did not apply are left out: they are half of
 * a run document and say nothing of the server.
 */
export function toLinkText(run: RedactedRun): string {
  const findings = run.findings.filter(({ verdict }) => verdict !== 'not-applicable')
  return JSON.stringify(JSON.parse(serializeRun({ ...run, findings })))
}
