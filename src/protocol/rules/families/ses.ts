import type { Rule } from '../../run/rule.ts'
import { endedSessionGets404 } from '../ses/ended-session-gets-404.ts'
import { missingSessionGets400 } from '../ses/missing-session-gets-400.ts'
import { modernServerHasNoSession } from '../ses/modern-server-has-no-session.ts'
import { sessionIdIsVisibleAscii } from '../ses/session-id-is-visible-ascii.ts'
import { sessionIsKept } from '../ses/session-is-kept.ts'
import { unknownSessionGets404 } from '../ses/unknown-session-gets-404.ts'

/** The rules of this family, in the order of their codes. */
export const SES: readonly Rule[] = [
  sessionIdIsVisibleAscii,
  missingSessionGets400,
  endedSessionGets404,
  modernServerHasNoSession,
  unknownSessionGets404,
  sessionIsKept,
]
