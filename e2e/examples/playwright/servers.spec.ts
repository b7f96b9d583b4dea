import { expect, test } from 'mcp-flow-debugger/e2e'
import { consent } from './consent.ts'

const { SERVER = 'http://localhost:4281/mcp', LEGACY_SERVER = SERVER } = process.env

test('our server lets clients in', async ({ flow }) => {
  const run = await flow(SERVER, { name: 'production', consent })
  expect(run).toReachTools()
  expect(run).toHaveNoErrors()
  expect(run).toLetIn('claude-ai')
  expect(run.tools).toContain('add')
})

test('the old server still talks to old clients', async ({ flow }) => {
  const run = await flow(LEGACY_SERVER, { name: 'legacy', revision: '2025-06-18', consent })
  expect(run).toReachTools()
  expect(run).toHaveNoErrors()
})
