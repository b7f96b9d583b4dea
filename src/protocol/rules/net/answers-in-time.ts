import type { Exchange } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { inOutcome } from '../evidence.ts'
import { endFirst } from '../record.ts'
import { PASS, fail, notReached } from '../verdict.ts'
import { asked, checksThatHeldBack, hasAnswer, wasRepeated } from './ended-without-answer.ts'

export const answersInTime: Rule = {
  id: 'NET-03',
  name: 'answers-in-time',
  title: 'Every request is answered in time',
  level: 'practice',
  spec: [],
  step: 'challenge',
  stops: true,
  culprit: 'network',
  check(run) {
    const late = endFirst(run, [...asked(run), ...checksThatHeldBack(run)]).find(
      (exchange) => isLate(exchange) && !wasRepeated(run, exchange),
    )
    if (late === undefined) return hasAnswer(run) ? PASS : notReached('any answer')
    const end = late.outcome.kind === 'pending' ? late.startedAt : late.outcome.endedAt
    return fail({
      says: `${late.request.method} ${late.request.url} was given up after ${inWords(end - late.startedAt)} without an answer.`,
      fix: 'Find out what the server waits for; a longer time can be set before the walk.',
      evidence: [inOutcome(late.id)],
      ...(late.to !== 'page' && { culprit: late.to }),
    })
  },
}

/** Below a second in milliseconds: 0 s would say that nobody waited. */
function inWords(waited: number): string {
  return waited < 1000 ? `${Math.round(waited)} ms` : `${Math.round(waited / 100) / 10} s`
}

function isLate({ outcome }: Exchange): boolean {
  if (outcome.kind === 'aborted') return outcome.by === 'timeout'
  return outcome.kind === 'unreadable' && outcome.reason === 'timeout'
}
