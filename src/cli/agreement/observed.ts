/** What a client did at a server, by its requests. */
export type Observed = {
  /** Method and address of each request until the person is first sent to the authorization server. */
  readonly requests: readonly string[]
  /** The first authorization request; null when the client never made one. */
  readonly asked: Asked | null
  readonly getsIn: boolean
  /** How it ended, in the client's own words. */
  readonly end: string
}

/** What an authorization request asks for; null for a parameter that it lacks. */
export type Asked = { readonly scope: string | null; readonly resource: string | null }

/** What the address of an authorization request asks for. */
export function readAsked(url: string): Asked {
  const { searchParams } = new URL(url)
  return { scope: searchParams.get('scope'), resource: searchParams.get('resource') }
}

/** In what two looks at the same client at the same server differ, one line each. */
export function differencesOf(real: Observed, other: Observed): readonly Difference[] {
  const asked = [
    compare('requests', real.requests.join(', '), other.requests.join(', ')),
    compare('scope', show(real.asked?.scope), show(other.asked?.scope)),
    compare('resource', show(real.asked?.resource), show(other.asked?.resource)),
    compare('outcome', toOutcome(real), toOutcome(other)),
  ]
  return asked.filter(({ real, other }) => real !== other)
}

/** One thing in which two looks differ. */
export type Difference = {
  readonly of: 'requests' | 'scope' | 'resource' | 'outcome'
  readonly real: string
  readonly other: string
}

function compare(of: Difference['of'], real: string, other: string): Difference {
  return { of, real, other }
}

function toOutcome({ getsIn }: Observed): string {
  return getsIn ? 'works' : 'fails'
}

function show(value: string | null | undefined): string {
  if (value === undefined) return 'never asked'
  return value === null ? 'none' : `"${value}"`
}
