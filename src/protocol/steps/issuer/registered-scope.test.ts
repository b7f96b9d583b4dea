import { expect, test } from 'vitest'
import { practise } from '../../practice-walk.ts'

const SCOPES = {
  resource: ['tools', 'vault', 'unheard-of'],
  issuer: ['tools', 'vault', 'offline_access'],
  required: {},
}

test('registers what the MCP server names too, so that a step-up to it is not refused', async () => {
  const { document } = await practise({ config: { scope: 'tools' }, sandbox: { scopes: SCOPES } })
  expect(registered(document.exchanges)).toBe('tools vault')
})

test('registers no scope when none is asked for', async () => {
  const { document } = await practise({ config: { scope: '' }, sandbox: { scopes: SCOPES } })
  expect(registered(document.exchanges)).toBeUndefined()
})

type Exchanges = Awaited<ReturnType<typeof practise>>['document']['exchanges']

function registered(exchanges: Exchanges): unknown {
  const [sent, ...more] = exchanges.filter(
    ({ purpose }) => purpose === 'Dynamic client registration',
  )
  expect(more).toEqual([])
  return JSON.parse(sent?.request.body?.text ?? '').scope
}
