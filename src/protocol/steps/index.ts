import type { Step } from '../run/step.ts'
import { authorization } from './authorization.ts'
import { callback } from './callback.ts'
import { challenge } from './challenge.ts'
import { probes } from './probes.ts'
import { refresh } from './refresh.ts'
import { registration } from './registration.ts'
import { resourceMetadata } from './resource-metadata.ts'
import { revoke } from './revoke.ts'
import { scope } from './scope.ts'
import { serverMetadata } from './server-metadata.ts'
import { session } from './session.ts'
import { stepUp } from './step-up.ts'
import { token } from './token.ts'
import { tools } from './tools.ts'

/** The steps in the order of the flow; those on demand come last. */
export const STEPS: readonly Step[] = [
  challenge,
  resourceMetadata,
  serverMetadata,
  scope,
  registration,
  authorization,
  callback,
  token,
  session,
  tools,
  refresh,
  stepUp,
  revoke,
  probes,
]
