import { expect, test } from 'vitest'
import { withFault } from '../../sandbox/faults.ts'
import { forecast } from '../forecast.ts'
import { type PracticeWalk, practise } from '../practice-walk.ts'

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }

/** Each client's verdict and its reason, as a walk foretells it. */
async function verdicts(walk: PracticeWalk): Promise<readonly string[]> {
  const { events } = await practise(walk)
  return (await forecast(events)).map(({ id, verdict, why }) => `${id} ${verdict}: ${why}`)
}

test.each(['both', 'modern', 'legacy'] as const)(
  'a forecast does not hang on what negative tests and steps on demand ask: %s',
  async (eras) => {
    const plain = await verdicts({ sandbox: { eras }, config: { also: ['survey'] } })
    for (const more of [['refresh', 'step-up', 'probes', 'revoke'], ['revoke']] as const) {
      const also = [...more, 'survey'] as const
      expect(await verdicts({ sandbox: { eras }, config: { also } })).toEqual(plain)
    }
  },
)

test('where the server tells more scopes from fewer, only the same scopes are the same request', async () => {
  const told = await verdicts({ sandbox: withFault(AT, 'step-up-one-by-one') })
  const find = (id: string) => told.find((client) => client.startsWith(`${id} `))
  expect(find('spec')).toContain('works')
  expect(find('mcp-go-sdk')).toContain('works')
  expect(find('vscode')).toContain('unknown: It makes a request that this run did not')
  expect(find('vscode')).toContain('with scope=list ')
  expect(find('claude-code')).toBe(
    'claude-code unknown: No source tells what it does on 403 insufficient_scope, and here that decides.',
  )
})

test.each(['legacy', 'modern'] as const)(
  'the first page is told from one whose cursor is empty: %s',
  async (eras) => {
    const pages = { eras, pageSize: 5, emptyStringCursor: true }
    expect(await verdicts({ sandbox: pages })).toEqual(await verdicts({ sandbox: { eras } }))
  },
)

test('a forecast does not hang on what is asked in the name of a page', async () => {
  const sandbox = withFault(AT, 'origin-refused-unreadable')
  const clients = await verdicts({ sandbox, reach: 'browser-and-relay' })
  expect(clients.filter((client) => client.includes('fails'))).toEqual([])
  expect(clients[0]).toContain('spec works')
})
