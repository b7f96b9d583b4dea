import type { Exchange, NetworkReason, Outcome } from '../../http/exchange.ts'
import type { Culprit, Fail, Rule, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { originIn } from '../addresses.ts'
import { blockagesOf } from '../cors/blockage.ts'
import { inOutcome } from '../evidence.ts'
import { endFirst } from '../record.ts'
import { ended } from '../shown.ts'
import { PASS, fail, notReached } from '../verdict.ts'
import { asked, hasAnswer, wasRepeated } from './ended-without-answer.ts'

export const hostAnswers: Rule = {
  id: 'NET-01',
  name: 'host-answers',
  title: 'Every host that the walk asks can be reached',
  level: 'practice',
  spec: [],
  step: 'challenge',
  stops: true,
  culprit: 'network',
  check(run) {
    for (const exchange of endFirst(run, asked(run))) {
      const verdict = judge(run, exchange)
      if (verdict) return verdict
    }
    return hasAnswer(run) ? PASS : notReached('any answer')
  },
}

function judge(run: Run, exchange: Exchange): Verdict | undefined {
  const { outcome } = exchange
  if (outcome.kind !== 'unreadable' || wasRepeated(run, exchange)) return undefined
  if (exchange.via === 'relay') return judgeReason(exchange, outcome, [inOutcome(exchange.id)])
  const blockage = blockagesOf(run, exchange).find(({ kind }) => kind === 'network')
  if (blockage?.kind !== 'network') return undefined
  const { seen } = blockage
  if (seen.via === 'relay' && seen.outcome.kind === 'unreadable') {
    return judgeReason(seen, seen.outcome, [inOutcome(exchange.id), inOutcome(seen.id)])
  }
  const host = originIn(exchange.request.url)
  return fail({
    says: `${host} gave the browser no answer, and it does not say why; a plain request that needs no permission got none either: the name, the port, the certificate or the connection may be at fault.`,
    fix: `Check that ${host} is right and up, and open it in a tab; the relay would name the reason.`,
    evidence: [inOutcome(exchange.id), inOutcome(seen.id)],
  })
}

type Unreadable = Extract<Outcome, { kind: 'unreadable' }>
type Told = Pick<Fail, 'says' | 'fix'> & { readonly culprit: Culprit }

function judgeReason(
  exchange: Exchange,
  outcome: Unreadable,
  evidence: Fail['evidence'],
): Verdict | undefined {
  const told = outcome.reason && WORDS[outcome.reason]?.(hostOf(exchange), outcome.message)
  if (outcome.reason === 'timeout') return undefined
  return fail({
    says: `${originIn(exchange.request.url)} could not be reached: ${ended(outcome.message)}`,
    fix: 'Check that the address is right and that the host is up.',
    ...told,
    evidence,
  })
}

function hostOf(exchange: Exchange): string {
  return URL.canParse(exchange.request.url)
    ? new URL(exchange.request.url).host
    : exchange.request.url
}

const WORDS: { readonly [reason in NetworkReason]?: (host: string, message: string) => Told } = {
  'name-not-found': (host) => ({
    says: `There is no host of the name ${host}: the name cannot be resolved.`,
    fix: 'Check the spelling of the address, and that you are in the network where the name is known.',
    culprit: 'person',
  }),
  'connection-refused': (host) => ({
    says: `${host} refuses the connection: nothing listens there.`,
    fix: 'Start the server, or correct the port.',
    culprit: 'network',
  }),
  'connection-reset': (host, message) => ({
    says: `${host} broke the connection before it answered: ${ended(message)}`,
    fix: 'Look into the log of the server or of the proxy in front of it.',
    culprit: 'network',
  }),
  tls: (host, message) => ({
    says: `No secure connection to ${host} could be made: ${ended(message)}`,
    fix: 'Install a valid certificate for this name, with its chain.',
    culprit: 'server',
  }),
  'refused-address': (host, message) => ({
    says: `The relay does not connect to ${host}: ${ended(message)}`,
    fix: 'Run the relay on your own machine, or let its owner list this address.',
    culprit: 'network',
  }),
  'bad-url': badAddress,
  'bad-scheme': badAddress,
  relay: (host, message) => ({
    says: `The relay itself failed on the way to ${host}: ${ended(message)}`,
    fix: 'Check that the relay is running, and start it again.',
    culprit: 'client',
  }),
  'relay-refused': (host, message) => ({
    says: `The relay did not pass on what was meant for ${host}: ${ended(message)}`,
    fix: 'Do as the relay says: wait, or enter a token that it knows; whoever runs it gives them.',
    culprit: 'client',
  }),
}

function badAddress(host: string, message: string): Told {
  return {
    says: `${host} cannot be asked: ${ended(message)}`,
    fix: 'Correct the address.',
    culprit: 'person',
  }
}
