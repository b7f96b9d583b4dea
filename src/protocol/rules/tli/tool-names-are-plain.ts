import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, fail, notReached } from '../verdict.ts'
import { listedTools, placeOf } from './listed-pages.ts'

export const toolNamesArePlain: Rule = {
  id: 'TLI-07',
  name: 'tool-names-are-plain',
  title: 'Tool names are plain, short and unique',
  level: 'should',
  spec: ['mcp-tool-names-2026-07-28'],
  since: '2025-11-25',
  step: 'tools',
  stops: false,
  culprit: 'server',
  check(run) {
    const tools = listedTools(run)
    if (run.facts.tools === undefined) return notReached('tools/list')
    const names = tools.map(({ tool }) => tool['name'])
    for (const [index, listed] of tools.entries()) {
      const name = names[index]
      const isPlain = typeof name === 'string' && /^[A-Za-z0-9_.-]{1,128}$/.test(name)
      const isFirst = names.indexOf(name) === index
      if (isPlain && isFirst) continue
      return fail({
        says: `Tool names should be unique and have 1 to 128 of A-Z, a-z, 0-9, _, - and .; ${shownJson(name)} ${isPlain ? 'comes twice' : 'does not'}.`,
        fix: 'Rename the tool.',
        evidence: [inBody(listed.page.exchange, placeOf(listed, 'name'))],
      })
    }
    return PASS
  },
}
