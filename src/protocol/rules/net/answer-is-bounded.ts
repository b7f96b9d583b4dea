import type { Exchange } from '../../http/exchange.ts'
import { answerOf } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { endFirst } from '../record.ts'
import { PASS, fail, notReached } from '../verdict.ts'
import { asked, hasAnswer } from './ended-without-answer.ts'

export const answerIsBounded: Rule = {
  id: 'NET-04',
  name: 'answer-is-bounded',
  title: 'Every answer comes whole: it ends, and is no larger than 2 MB',
  level: 'practice',
  spec: [],
  step: 'challenge',
  stops: true,
  culprit: 'server',
  check(run) {
    const cut = endFirst(run, asked(run)).find((exchange) => faultOf(exchange) !== undefined)
    if (cut === undefined) return hasAnswer(run) ? PASS : notReached('any answer')
    const fault = faultOf(cut)
    return fail({
      says: `The answer of ${cut.request.url} is not whole: ${fault?.what}.`,
      fix: fault?.fix ?? '',
      evidence: [inBody(cut.id)],
      ...(cut.to !== 'page' && { culprit: cut.to }),
    })
  },
}

function faultOf(exchange: Exchange): { readonly what: string; readonly fix: string } | undefined {
  const body = answerOf(exchange)?.body
  switch (body?.cut) {
    case 'size':
      return {
        what: `it was cut after ${body.bytes} bytes`,
        fix: 'Send a shorter answer; a list of tools can be sent in pages.',
      }
    case 'timeout':
      return {
        what: `it had not ended when time ran out, after ${body.bytes} bytes`,
        fix: 'End the answer, or the stream, once its message is sent.',
      }
    case 'failed':
      return {
        what: `the connection broke after ${body.bytes} bytes`,
        fix: 'Look into the log of the server or of the proxy in front of it.',
      }
    case 'answered':
    case 'stopped':
    case undefined:
      return undefined
  }
}
