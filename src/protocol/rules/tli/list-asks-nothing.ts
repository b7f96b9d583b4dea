import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { PASS, fail, notApplicable, notReached } from '../verdict.ts'
import { listedPages } from './listed-pages.ts'

export const listAsksNothing: Rule = {
  id: 'TLI-05',
  name: 'list-asks-nothing',
  title: 'tools/list never asks for input',
  level: 'must',
  spec: ['mcp-input-required-2026-07-28'],
  since: '2026-07-28',
  step: 'tools',
  stops: false,
  culprit: 'server',
  check(run) {
    if (run.facts.session?.era !== 'modern') {
      return notApplicable('The server is not spoken to as 2026-07-28')
    }
    const pages = listedPages(run)
    if (pages.length === 0) return notReached('tools/list')
    const asking = pages.find(({ result }) => result['resultType'] === 'input_required')
    if (asking === undefined) return PASS
    return fail({
      says: 'Only tools/call, prompts/get and resources/read may ask for input; tools/list was answered with resultType input_required.',
      fix: 'Answer tools/list with resultType complete.',
      evidence: [
        inBody(asking.exchange, asking.form === 'object' ? '/result/resultType' : undefined),
      ],
    })
  },
}
