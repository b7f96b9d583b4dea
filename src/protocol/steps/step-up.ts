import type { Step } from '../run/step.ts'

/** Asks for more scopes: the union of what was requested and what the server named (MCP 2026-07-28, step-up flow). */
export const stepUp: Step = {
  id: 'step-up',
  title: 'Step-up',
  needs: ['scope', 'clientIdentity'],
  gives: ['scope'],
  plan: 'asks for further scopes',
  async run(context) {
    const { widenScope } = await import('./mcp/wider-scope.ts')
    return widenScope(context)
  },
}
