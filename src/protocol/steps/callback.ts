import { validateAuthResponse } from 'oauth4webapi'
import type { Exchange } from '../http/exchange.ts'
import type { FlowError, StepResult } from '../run/events.ts'
import type { CallbackFact } from '../run/facts.ts'
import { type Step, type StepContext, requireFact } from '../run/step.ts'
import { noteObjection, objectionTo, toLibraryClient, toLibraryServer } from './issuer/library.ts'

/** Reads what came back to the redirect URI. Rules check state, `iss` and errors before anything else happens. */
export const callback: Step = {
  id: 'callback',
  title: 'Callback',
  needs: [],
  gives: ['callback'],
  plan: 'checks state and issuer of the answer',
  async run(context) {
    if (context.config.grant === 'client_credentials') {
      return { kind: 'skipped', why: 'the client credentials grant has no callback' }
    }
    const { authorization } = context.run.facts
    const { arrival } = context.run
    if (!authorization || !arrival)
      return { kind: 'skipped', why: 'no authorization was asked for' }
    const url = toAddress(arrival.url, authorization.redirectUri)
    if (url === undefined) return noAddress(arrival.url)
    const exchange = context.wire.navigate({
      step: 'callback',
      purpose: 'The browser comes back',
      to: 'page',
      url,
      arrived: true,
    })
    const fact = readCallback(exchange)
    await noteStrictView(context, exchange, fact)
    return conclude(context, exchange, fact)
  },
}

/** The whole address as the browser had it; of a pasted one the query alone is enough. */
function toAddress(text: string, redirectUri: string): string | undefined {
  const pasted = text.trim()
  if (URL.canParse(pasted)) return pasted
  return /^[?#]/.test(pasted) ? redirectUri + pasted : undefined
}

function noAddress(text: string): StepResult {
  const message = `"${text}" is no address. Paste the whole address that the browser shows at the end.`
  return { kind: 'failed', error: { code: 'bad-callback', message }, facts: {} }
}

function readCallback(exchange: Exchange): CallbackFact {
  const url = new URL(exchange.request.url)
  const parameters = [...url.searchParams]
  const first = (name: string): string | undefined => parameters.find(([key]) => key === name)?.[1]
  const [code, iss, error] = [first('code'), first('iss'), first('error')]
  return {
    exchange: exchange.id,
    parameters,
    ...(code !== undefined && { code }),
    ...(iss !== undefined && { iss }),
    ...(error !== undefined && { error }),
  }
}

async function noteStrictView(
  context: StepContext,
  exchange: Exchange,
  fact: CallbackFact,
): Promise<void> {
  const { serverMetadata, clientIdentity, authorization } = context.run.facts
  if (!serverMetadata || !clientIdentity || !authorization) return
  const metadata = serverMetadata.found?.document.authorization_response_iss_parameter_supported
  const server = {
    ...toLibraryServer(serverMetadata),
    ...(metadata === true && { authorization_response_iss_parameter_supported: true }),
  }
  const parameters = new URLSearchParams(
    fact.parameters.map(([name, value]): [string, string] => [name, value]),
  )
  const checking = Promise.resolve().then(() =>
    validateAuthResponse(server, toLibraryClient(clientIdentity), parameters, authorization.state),
  )
  noteObjection(context, exchange, await objectionTo(checking))
}

function conclude(context: StepContext, exchange: Exchange, fact: CallbackFact): StepResult {
  const facts = { callback: fact }
  const unannounced = unannouncedIss(context, fact)
  if (unannounced) return { kind: 'failed', error: unannounced, facts }
  const { state } = requireFact(context, 'authorization')
  const isOurs = fact.parameters.some(([name, value]) => name === 'state' && value === state)
  if (fact.error !== undefined && fact.code === undefined) {
    const message = isOurs
      ? `The authorization server answered with error=${fact.error}.`
      : 'The answer carries an error, but not the state that was sent.'
    return {
      kind: 'failed',
      error: { code: 'authorization-refused', message, exchange: fact.exchange },
      facts,
    }
  }
  if (fact.code === undefined) {
    return {
      kind: 'failed',
      error: {
        code: 'no-code',
        message: `The answer has neither code nor error${whatElse(exchange, fact)}.`,
        exchange: fact.exchange,
      },
      facts,
    }
  }
  return {
    kind: 'done',
    says: fact.iss === undefined ? 'code arrived' : 'code and iss arrived',
    facts,
  }
}

/** Some clients refuse an `iss` that the metadata did not announce; RFC 9207 does not ask for that. */
function unannouncedIss(
  { policy, run }: StepContext,
  { iss, exchange }: CallbackFact,
): FlowError | undefined {
  const metadata = run.facts.serverMetadata?.found?.document
  const isAnnounced = metadata?.authorization_response_iss_parameter_supported === true
  if (policy.issCheck !== 'announced-only' || iss === undefined || isAnnounced) return undefined
  const message = `The answer names the issuer ${iss}, which the metadata does not announce; this client refuses that.`
  return { code: 'bad-callback', message, exchange }
}

function whatElse(exchange: Exchange, fact: CallbackFact): string {
  const fragment = new URLSearchParams(new URL(exchange.request.url).hash.slice(1))
  const misplaced = ['code', 'error'].find((name) => fragment.has(name))
  if (misplaced !== undefined) {
    return ` in its query; ${misplaced} is in the fragment, which no server would see`
  }
  const names = fact.parameters.map(([name]) => name).join(', ')
  return names === '' ? '' : `; it has ${names}`
}
