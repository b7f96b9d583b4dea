import { endpointAt, issuerAt } from '../looks.ts'
import { type Look, type Provider, thread } from '../quirk.ts'
import type { Read } from '../record.ts'

const SHORT_OF = [
  'registration_endpoint',
  'client_id_metadata_document_supported',
  'code_challenge_methods_supported',
]

export const WORKOS: Provider = {
  id: 'workos',
  name: 'WorkOS AuthKit',
  marks: [issuerAt('authkit.app'), endpointAt('token_endpoint', 'authkit.app')],
  quirks: [
    {
      id: 'Q40',
      rules: ['ASM-09', 'ASM-12', 'ASM-13', 'ASM-14', 'ASM-19'],
      sees: openidLacks(),
      does: 'The OpenID configuration of AuthKit leaves out registration_endpoint, client_id_metadata_document_supported and code_challenge_methods_supported; its OAuth metadata has all three. Who mirrors the first hides what is switched on in the dashboard.',
      advice:
        'Read and mirror /.well-known/oauth-authorization-server of AuthKit, not /.well-known/openid-configuration.',
      source: thread('basementstudio/xmcp/pull/601', '2026-06-25'),
    },
  ],
}

/** A document at an OpenID address that lacks what the OAuth metadata beside it has, or has at WorkOS. */
function openidLacks(): Look {
  return (record) => {
    const documents = record.read('server-metadata').filter(({ answer }) => answer.status === 200)
    const oauth = documents.find((each) => !isOpenid(each))
    const openid = documents.find(isOpenid)
    const missing = SHORT_OF.filter(
      (member) => oauth?.json[member] !== undefined && openid?.json[member] === undefined,
    )
    if (!openid || missing.length === 0) return undefined
    const { id, request } = openid.exchange
    return {
      says: `${request.url} lacks ${missing.join(', ')}, which the OAuth metadata has.`,
      evidence: [{ exchange: id, at: { part: 'response-body' } }],
    }
  }
}

function isOpenid({ exchange }: Read): boolean {
  return exchange.request.url.includes('/openid-configuration')
}
