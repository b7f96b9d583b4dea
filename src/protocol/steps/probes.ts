import type { Step } from '../run/step.ts'

/** Negative tests: tries what must fail, and only when asked to. They are loaded with the first one. */
export const probes: Step = {
  id: 'probes',
  title: 'Negative tests',
  needs: ['session'],
  gives: ['tokens'],
  plan: 'tries what must fail',
  async run(context) {
    if (context.run.facts.revocation) {
      return { kind: 'skipped', why: 'the token was given back; walk again to try what must fail' }
    }
    const { runProbes } = await import('./probes/run-probes.ts')
    return runProbes(context)
  },
}
