/** A code that has no rule and no test of its own. */
export type WithoutRule = { readonly title: string; readonly why: string }

/** Titles in our words, and why there is nothing to run. */
export const WITHOUT_RULE: { readonly [code: string]: WithoutRule } = {
  'PRM-08n': {
    title: 'Many servers name a parent of their address as resource',
    why: 'PRM-07 and PRM-08 say how the two differ; a client profile that takes a parent is not stopped by them',
  },
  'ASM-15': {
    title: 'A server that sends iss promises it in its metadata',
    why: 'the same as ISS-03, which looks at both',
  },
  'ASM-17': {
    title: 'offline_access in the scopes of the issuer tells clients that they may ask for it',
    why: 'a signal and no demand; the duty SCO-05 follows it, and REF-05 tells when no refresh token came',
  },
  'ASM-22': {
    title: 'The metadata request of 2025-03-26 carries the version',
    why: 'left out on purpose: the header needs a preflight that static metadata often cannot answer',
  },
  'CIMD-12': {
    title: 'The issuer keeps a client document as long as its headers allow',
    why: 'shows only when the document changes between two walks',
  },
  'CIMD-13': {
    title: 'The consent page names the host that the person is sent back to',
    why: 'only the person sees that page',
  },
  'CIMD-15': {
    title: 'The issuer may refuse hosts that it does not trust',
    why: 'legal; CIMD-09 shows the refusal and says that it may be policy',
  },
  'SCO-13': {
    title: 'A broad scope lets a client do what a narrow one does',
    why: 'which scope includes which is known to the owner alone',
  },
  'CNS-01': {
    title: 'The way back is not a 307, which would post the password again',
    why: 'a page never sees the status of a navigation',
  },
  'USE-08': {
    title: 'The server does not pass the token of the client on',
    why: 'happens behind the server; AUD-02 shows a token that is meant for another API',
  },
  'AUD-01': {
    title: 'The server takes only tokens that are meant for it',
    why: 'the same as USE-03, which tries it',
  },
  'ERR-01': {
    title: '401, 403 and 400 are used for what they mean',
    why: 'seen status by status: CHL-01, SCO-15, USE-04, ERR-02, VER-03',
  },
  'TLI-09': {
    title: 'The list of tools depends on the token at most',
    why: 'allowed and not demanded; would need two tokens',
  },
  'SEC-01': {
    title: 'All endpoints of the issuer are https',
    why: 'the same as ASM-11 and, for the address that a person is sent to, SEC-20',
  },
  'SEC-06': {
    title: 'Pages may read metadata, tokens and registrations',
    why: 'seen in parts: CORS-08 and CORS-09',
  },
  'EMA-01': enterprise('The client trades the ID token for an assertion at the identity provider'),
  'EMA-02': enterprise('The ID token is meant for the client that trades it'),
  'EMA-03': enterprise('The assertion says its type and all its claims'),
  'EMA-04': enterprise('The issuer checks type, audience and client of the assertion'),
  'EMA-05': enterprise('The person is not sent to the authorization endpoint'),
}

function enterprise(title: string): WithoutRule {
  return { title, why: 'an extension that the walk does not speak' }
}
