import type { Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { judgeRedirect } from '../uri/authorization-answer.ts'
import { notApplicable } from '../verdict.ts'

/** Judges a negative test that only a client known by its metadata document can make. */
export function judgeDocumentProbe(
  run: Run,
  probe: 'broken-document' | 'other-redirect-uri',
  words: Parameters<typeof judgeRedirect>[2],
): Verdict {
  return run.facts.clientIdentity?.kind === 'client-document'
    ? judgeRedirect(run, probe, words)
    : notApplicable('The client id is no document')
}
