/** What the rules of a family are about, in the order of a walk. The key is how their codes begin. */
const FAMILIES: Readonly<Record<string, string>> = {
  CHL: 'The challenge of a 401',
  ERR: 'Status codes of refusals',
  PRM: 'Protected resource metadata',
  RES: 'The resource parameter',
  ASM: 'Authorization server metadata',
  SCO: 'Scopes',
  REG: 'Clients that are registered by hand',
  CIMD: 'Client ID metadata documents',
  DCR: 'Dynamic client registration',
  PKCE: 'PKCE',
  URI: 'Redirect URIs',
  AUZ: 'Consent',
  AUR: 'The answer to the authorization request',
  ISS: 'iss, the name of who answered',
  TOK: 'The token endpoint',
  ECC: 'Clients without a person',
  AUD: 'The audience of a token',
  REF: 'Refresh tokens',
  USE: 'The use of a token',
  ORG: 'The Origin of pages',
  TRN: 'The transport',
  INI: 'initialize',
  SES: 'Sessions',
  VER: 'Protocol versions',
  MET: 'Requests of 2026-07-28',
  TLI: 'The list of tools',
  SEC: 'Safe addresses',
  RED: 'Redirects',
  CORS: 'What a page may read',
  NET: 'The way to a host',
  DBG: 'This program itself',
}

export type Family = { readonly id: string; readonly title: string }

export const RULE_FAMILIES: readonly Family[] = Object.entries(FAMILIES).map(([id, title]) => ({
  id,
  title,
}))

/** How a rule's code begins: `CHL` of `CHL-01`. */
export function familyOf(code: string): string {
  return code.split('-')[0] ?? code
}
