import type { RunDocument, StepId } from '../../src/protocol/index.ts'
import { type Walked, TITLES, run, steps } from './builders.ts'
import { AUTHORIZE, PASSED, connected } from './passed-run.ts'

function halted(waiting: RunDocument['outcome']['waiting'], step: StepId, summary: string) {
  return { ...run({}).outcome, status: 'stopped', step, summary, waiting } as const
}

/** The steps before this one, as a walk that passes leaves them. */
function walkedTo(step: StepId): Walked {
  const ids = TITLES.map(([id]) => id)
  const before = new Set<string>(ids.slice(0, ids.indexOf(step)))
  return Object.fromEntries(Object.entries(PASSED).filter(([id]) => before.has(id)))
}

/** Waits for the person to sign in. */
export const SIGN_IN_RUN = run({
  exchanges: connected.slice(0, 5),
  steps: steps(
    { ...walkedTo('authorization'), authorization: ['waiting', 'waits for you'] },
    connected.slice(0, 5),
  ),
  outcome: halted(
    { on: 'authorization', url: AUTHORIZE },
    'authorization',
    'The walk goes on when you come back from the authorization server.',
  ),
})

/** Waits for a client id that only the person has. */
export const CLIENT_ID_RUN = run({
  exchanges: connected.slice(0, 4),
  steps: steps(
    { ...walkedTo('registration'), registration: ['waiting', 'needs a client id'] },
    connected.slice(0, 4),
  ),
  outcome: halted(
    {
      on: 'person',
      field: 'client-id',
      says: 'https://auth.acme.example registers no clients by itself: a client id is needed.',
    },
    'registration',
    'A client id is needed.',
  ),
})

/** Halted before the authorization request, in step mode. */
export const STEP_RUN = run({
  exchanges: connected.slice(0, 5),
  steps: steps(walkedTo('authorization'), connected.slice(0, 5)),
  outcome: halted(
    { on: 'step', step: 'authorization' },
    'registration',
    'Halted before authorization.',
  ),
})
