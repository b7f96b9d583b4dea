import type { Step } from '../run/step.ts'

/** Uses the refresh token once; a new one in the answer replaces the old (OAuth 2.1 section 4.3). */
export const refresh: Step = {
  id: 'refresh',
  title: 'Refresh',
  needs: ['tokens', 'serverMetadata', 'clientIdentity'],
  gives: ['tokens', 'refresh'],
  plan: 'trades the refresh token for a new access token',
  async run(context) {
    const { refreshToken } = await import('./issuer/refresh-grant.ts')
    return refreshToken(context)
  },
}
