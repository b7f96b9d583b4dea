/** The lookups that `run/behaviour/lookup.ts` has a name for, by what a record shows of them. */
const NAMED: { readonly [look: string]: string } = {
  probe: 'FIRST_CONTACT',
  'resource-metadata challenge': 'POINTER',
  'resource-metadata path-inserted': 'PATH_INSERTED',
  'resource-metadata root': 'ROOT',
  'server-metadata oauth-inserted issuer': 'OAUTH_INSERTED',
  'server-metadata openid-inserted issuer': 'OPENID_INSERTED',
  'server-metadata openid-appended issuer': 'OPENID_APPENDED',
}

/** The lookup that another of its purpose is made from. */
const BASES: { readonly [purpose: string]: string } = {
  probe: 'FIRST_CONTACT',
  'resource-metadata': 'PATH_INSERTED',
  'server-metadata': 'OAUTH_INSERTED',
}

/** One entry of a discovery plan as a profile writes it: by its name, or by what it has in place of another. */
export function toLookupSource(look: object): string {
  const { purpose = '', method, ...places } = Object.fromEntries(Object.entries(look))
  const words = [purpose, ...Object.values(places)].map(String)
  const named = NAMED[words.join(' ')]
  const usual = purpose === 'probe' ? 'POST' : 'GET'
  const isUsual = method === usual
  if (named !== undefined && isUsual) return named
  const id = [...words, ...(isUsual ? [] : [String(method).toLowerCase()])].join('-')
  const changed = [
    ['id', id],
    ...(named === undefined ? Object.entries(places) : []),
    ...(isUsual ? [] : [['method', String(method)]]),
  ]
  const members = changed.map(([name, value]) => `${name}: '${value}'`)
  return `{ ...${named ?? BASES[String(purpose)]}, ${members.join(', ')} }`
}
