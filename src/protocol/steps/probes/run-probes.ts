import type { StepResult } from '../../run/events.ts'
import type { StepContext } from '../../run/step.ts'
import { PROBES } from '../../spec/probes.ts'
import { probeDocuments } from './documents.ts'
import { probeIssuer } from './issuer.ts'
import { type ProbeFamily, type Probing, createProbing } from './probing.ts'
import { probeServer } from './server.ts'

/** In the order in which they run: those that can end a token or a grant come last. */
const FAMILIES: readonly ProbeFamily[] = [probeServer, probeDocuments, probeIssuer]

/** Makes every negative test that this walk allows, one after another, and notes those that it leaves out. */
export async function runProbes(context: StepContext): Promise<StepResult> {
  const probing = createProbing(context)
  for (const probe of FAMILIES) await probe(probing)
  noteLeft(probing)
  const { made, left, tokens } = probing.result
  const missing = [...left.values()].flat().length
  return {
    kind: 'done',
    says: `${made.size} made${missing === 0 ? '' : `, ${missing} left out`}`,
    facts: tokens ? { tokens } : {},
  }
}

function noteLeft({ context, result }: Probing): void {
  for (const [why, names] of result.left) {
    const titles = names.map((name) => PROBES[name].replace('Probe: ', ''))
    context.decide({ says: `Does not try: ${titles.join('; ')}`, why })
  }
}
