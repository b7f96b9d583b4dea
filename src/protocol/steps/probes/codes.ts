import { generateRandomCodeVerifier } from 'oauth4webapi'
import type { Facts } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import type { ProbeName } from '../../spec/probes.ts'
import type { Probing } from './probing.ts'
import { type QuietCode, authorizeQuietly } from './quiet-authorization.ts'
import type { SecondClient } from './registrations.ts'
import {
  type TokenParameters,
  type WrongRequest,
  codeParameters,
  probeToken,
} from './token-asks.ts'

/** Codes that are exchanged in the wrong way, each a fresh one: a refused attempt may spend it. */
export async function probeCodes(
  probing: Probing,
  { first, second }: { readonly first: QuietCode; readonly second: SecondClient },
): Promise<void> {
  const { context } = probing
  const right = codeParameters(context, first)
  const parameters = { ...right, code_verifier: generateRandomCodeVerifier() }
  await probeToken(probing, 'other-verifier', { parameters })
  await withFreshCode(probing, 'no-verifier', ({ code_verifier: _, ...rest }) => ({
    parameters: rest,
  }))
  await withFreshCode(probing, 'other-redirect-uri-at-token', (given) => ({
    parameters: { ...given, redirect_uri: `${first.redirectUri}/not-registered` },
  }))
  if (second.kind === 'none') return probing.leave(second.why, 'other-client-at-token')
  const asSecond = withFacts(context, { clientIdentity: second.identity })
  await withFreshCode(probing, 'other-client-at-token', (given) => ({
    parameters: given,
    context: asSecond,
  }))
}

function withFacts(context: StepContext, facts: Partial<Facts>): StepContext {
  return { ...context, run: { ...context.run, facts: { ...context.run.facts, ...facts } } }
}

async function withFreshCode(
  probing: Probing,
  name: ProbeName,
  change: (parameters: TokenParameters) => WrongRequest,
): Promise<void> {
  const quiet = await authorizeQuietly(probing)
  if (quiet.kind !== 'code') return probing.leave(quiet.why, name)
  await probeToken(probing, name, change(codeParameters(probing.context, quiet)))
}
