import type { Exchange } from '../../http/exchange.ts'
import type { StepContext } from '../../run/step.ts'
import type { ProbeName } from '../../spec/probes.ts'
import { resourceIndicator } from '../issuer/resource-indicator.ts'
import { requestToken } from '../issuer/token-request.ts'
import { type ProbeAbout, type Probing, aboutProbe } from './probing.ts'
import type { QuietCode } from './quiet-authorization.ts'

/** A token request, or why it could not be sent. */
export type TokenCall =
  | { readonly kind: 'sent'; readonly exchange: Exchange }
  | { readonly kind: 'held-back'; readonly why: string }

/** What a token request sends. */
export type TokenParameters = Readonly<Record<string, string>>

/** The parameters of a code exchange as it should be. */
export function codeParameters(context: StepContext, given: QuietCode): TokenParameters {
  return {
    code: given.code,
    redirect_uri: given.redirectUri,
    code_verifier: given.verifier,
    ...resourceParameter(context),
  }
}

/** The parameters of a refresh as it should be. */
export function refreshParameters(context: StepContext, refreshToken: string): TokenParameters {
  return { refresh_token: refreshToken, ...resourceParameter(context) }
}

/** Sends a token request; its grant is told by what it brings. */
export async function askToken(
  context: StepContext,
  about: ProbeAbout,
  parameters: TokenParameters,
): Promise<TokenCall> {
  const grantType = 'code' in parameters ? 'authorization_code' : 'refresh_token'
  const call = await requestToken(context, { ...about, grantType, parameters })
  return call.kind === 'failed'
    ? { kind: 'held-back', why: call.error.message }
    : { kind: 'sent', exchange: call.exchange }
}

/** What a negative test sends, and as which client: ours, unless another one is named. */
export type WrongRequest = {
  readonly parameters: TokenParameters
  readonly context?: StepContext
}

/** A negative test at the token endpoint. */
export async function probeToken(
  probing: Probing,
  name: ProbeName,
  { parameters, context = probing.context }: WrongRequest,
): Promise<void> {
  const call = await askToken(context, aboutProbe(name), parameters)
  if (call.kind === 'sent') probing.note(name)
  else probing.leave(call.why, name)
}

function resourceParameter(context: StepContext): TokenParameters {
  const resource = resourceIndicator(context)
  return resource === undefined ? {} : { resource }
}
