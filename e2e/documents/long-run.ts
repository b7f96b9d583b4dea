import type { RunDocument } from '../../src/protocol/index.ts'
import { ISSUER, SERVER, START, TITLES, exchange, run, steps } from './builders.ts'
import { PASSED, TOOLS } from './passed-run.ts'

/** Ten thousand exchanges. */
export function longRun(count = 10_000): RunDocument {
  const exchanges = Array.from({ length: count }, (_, index) =>
    exchange(index + 1, {
      step: TITLES[Math.floor((index / count) * 10)]?.[0] ?? 'tools',
      purpose: `Request number ${index + 1}`,
      to: index % 3 === 0 ? 'issuer' : 'server',
      at: index * 12,
      took: 5 + (index % 40),
      url: `${index % 3 === 0 ? ISSUER : SERVER}/item/${index}`,
      status: index % 17 === 0 ? 404 : 200,
      answer: '{"ok":true}',
    }),
  )
  return run({
    endedAt: START + count * 12,
    exchanges,
    steps: steps(PASSED, exchanges),
    tools: TOOLS,
  })
}
