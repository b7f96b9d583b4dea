import type { Rule } from '../../run/rule.ts'
import { answersCanBeRead } from '../cors/answers-can-be-read.ts'
import { anyOriginMayRead } from '../cors/any-origin-may-read.ts'
import { challengeCanBeSeen } from '../cors/challenge-can-be-seen.ts'
import { endpointsCanBeRead } from '../cors/endpoints-can-be-read.ts'
import { mcpHeadersMayBeSent } from '../cors/mcp-headers-may-be-sent.ts'
import { metadataCanBeRead } from '../cors/metadata-can-be-read.ts'
import { preflightIsAnswered } from '../cors/preflight-is-answered.ts'
import { sessionIdCanBeSeen } from '../cors/session-id-can-be-seen.ts'
import { sessionMayBeEnded } from '../cors/session-may-be-ended.ts'
import { tokenMayBeSent } from '../cors/token-may-be-sent.ts'

/** The rules of this family, in the order of their codes. */
export const CORS: readonly Rule[] = [
  answersCanBeRead,
  challengeCanBeSeen,
  sessionIdCanBeSeen,
  tokenMayBeSent,
  mcpHeadersMayBeSent,
  preflightIsAnswered,
  sessionMayBeEnded,
  metadataCanBeRead,
  endpointsCanBeRead,
  anyOriginMayRead,
]
