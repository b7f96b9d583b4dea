import type { Step } from '../run/step.ts'

/** Gives the token back (RFC 7009): the refresh token where there is one, as it takes the grant with it. */
export const revoke: Step = {
  id: 'revoke',
  title: 'Revoke',
  needs: ['tokens', 'serverMetadata', 'clientIdentity'],
  gives: ['revocation'],
  plan: 'gives the token back',
  async run(context) {
    const { revokeToken } = await import('./issuer/revocation.ts')
    return revokeToken(context)
  },
}
