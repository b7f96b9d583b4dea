import { type ExchangeId, STEP_IDS, type StepId } from '../http/exchange.ts'
import { stringMember } from '../http/json.ts'
import type { FlowErrorCode } from '../run/events.ts'
import type { Run } from '../run/run.ts'
import { issuerEntryFault } from './prm/issuer-entry.ts'

/** Where and how a walk could not go on. */
export type Failure = {
  readonly step: StepId
  readonly code: FlowErrorCode
  readonly exchange?: ExchangeId
}

/** Where the walk could not go on: failed steps, steps that need the person, and steps that found nothing to go on with. */
export function failures(run: Run): readonly Failure[] {
  return STEP_IDS.flatMap((step): readonly Failure[] => {
    const result = run.steps[step].result
    if (result?.kind === 'failed') {
      const { code, exchange } = result.error
      return [{ step, code, ...(exchange !== undefined && { exchange }) }]
    }
    if (result?.kind === 'waiting' && result.on === 'person') {
      return [{ step, code: result.need.field === 'issuer' ? 'no-issuer' : 'no-client' }]
    }
    const code = result?.kind === 'done' ? lackAfter(run, step) : undefined
    return code === undefined ? [] : [{ step, code }]
  })
}

/** An endpoint that was guessed led nowhere. */
function isWrongGuess({ facts, steps }: Run): boolean {
  const later = [steps.registration, steps.callback, steps.token]
  return (
    facts.serverMetadata?.guessed === true && later.some(({ result }) => result?.kind === 'failed')
  )
}

/** Without resource metadata that it could use, the client took the MCP server for the issuer, and that led nowhere. */
export function isAstray(run: Run): boolean {
  const { issuer, serverMetadata } = run.facts
  const isNothingThere = serverMetadata?.found === undefined && serverMetadata?.guessed === false
  return issuer?.from === 'origin' && (isNothingThere || isWrongGuess(run))
}

/** What a step that looks for documents did not find, although the walk cannot do without it. */
function lackAfter(run: Run, step: StepId): FlowErrorCode | undefined {
  const { challenge, issuer, resourceMetadata, serverMetadata } = run.facts
  const isLost = issuer === undefined || isAstray(run)
  if (step === 'resource-metadata' && challenge?.required && isLost) {
    return resourceMetadata?.found ? 'no-issuer' : 'no-resource-metadata'
  }
  if (step !== 'server-metadata' || serverMetadata === undefined) return undefined
  // A wrong guess is no fault of its own: what should have been read is missing.
  if (isWrongGuess(run)) return 'no-server-metadata'
  if (serverMetadata.guessed) return undefined
  if (serverMetadata.found === undefined || namesOtherIssuer(run)) return 'no-server-metadata'
  const { authorizationEndpoint, tokenEndpoint } = serverMetadata
  const lacksPage = run.config.grant === 'authorization_code' && authorizationEndpoint === undefined
  return lacksPage || tokenEndpoint === undefined ? 'no-endpoint' : undefined
}

/** An entry of `authorization_servers` that is no issuer led to metadata, which cannot be that of the entry. */
export function namesOtherIssuer(run: Run): boolean {
  const { found, issuer } = run.facts.serverMetadata ?? {}
  if (found === undefined || issuerEntryFault(run) === undefined) return false
  return stringMember(found.document, 'issuer') !== issuer
}
