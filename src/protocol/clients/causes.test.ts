import { expect, test } from 'vitest'
import type { FaultName } from '../../sandbox/faults.ts'
import { withFault } from '../../sandbox/faults.ts'
import { practise } from '../practice-walk.ts'
import { loadClient } from './loaded.ts'

const AT = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }

// They go on where the specification ends, guess, and fail later: what is wrong is what they went on without.
test.each([
  ['nothing-leads-to-issuer', 'vscode', 'registration', 'CHL-03'],
  ['pointer-to-nothing', 'mcp-ts-sdk-v1', 'registration', 'CHL-12'],
  ['prm-html', 'claude-code', 'server-metadata', 'PRM-03'],
  ['prm-without-issuers', 'mcp-ts-sdk-v2', 'registration', 'PRM-01'],
  ['prm-resource-other-origin', 'vscode', 'registration', 'PRM-07'],
  ['prm-without-resource', 'claude-ai', 'registration', 'PRM-04'],
  ['resource-metadata-drops', 'vscode', 'registration', 'NET-01'],
  ['asm-html', 'vscode', 'registration', 'ASM-02'],
  ['asm-nowhere', 'mcp-go-sdk', 'callback', 'ASM-01'],
  ['issuer-metadata-drops', 'codex-cli', 'registration', 'NET-01'],
  ['session-lost', 'mcp-ts-sdk-v2', 'session', 'SES-21'],
] as const satisfies readonly (readonly [FaultName, string, string, string])[])(
  'at %s, %s ends at %s for %s',
  async (fault, client, step, cause) => {
    await loadClient(client)
    const sandbox = { ...withFault(AT, fault), faults: [fault] }
    const { document } = await practise({ sandbox, config: { client } })
    expect(document.outcome).toMatchObject({ status: 'failed', step, cause })
    expect(document.outcome.culprit).not.toBeNull()
  },
)
