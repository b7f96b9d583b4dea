import { findHeader } from '../http/exchange.ts'
import type { Fail, Verdict } from '../run/rule.ts'
import { type Run, findExchange } from '../run/run.ts'

/** Fewer characters give nothing away, and may stand in a sentence by chance. */
const SHORTEST = 8

const NAMES =
  'access_token|refresh_token|id_token|registration_access_token|client_secret|code_verifier'
const MEMBER = new RegExp(String.raw`((?:${NAMES})\\*"\s*:\s*\\*")[^"\\…]+…?`, 'g')
const PARAMETER = new RegExp(String.raw`\b((?:${NAMES}|code)=)[^&\s"<>…]+…?`, 'g')

/**
 * The sentence of a broken rule without secrets: some rules quote what a server answered, and a server may answer with
 * tokens. What stands on screen is masked until the person asks to see it, so a sentence never shows it.
 */
export function covered(run: Run, verdict: Verdict): Verdict {
  if (verdict.kind !== 'fail') return verdict
  const named = verdict.says.replace(MEMBER, '$1…').replace(PARAMETER, '$1…')
  const says = secretsOf(run, verdict).reduce(without, named)
  return says === verdict.says ? verdict : { ...verdict, says }
}

/** What went with the requests that are quoted, and what the walk holds now. */
function secretsOf(run: Run, { evidence }: Fail): readonly string[] {
  const { accessToken, refreshToken } = run.facts.tokens ?? {}
  const sent = evidence.slice(0, 3).map(({ exchange }) => {
    const headers = findExchange(run, exchange)?.request.headers ?? []
    return findHeader(headers, 'Authorization')?.split(' ').at(-1)
  })
  const known = [accessToken, refreshToken, ...sent].flatMap((each) => each ?? [])
  return known.filter(({ length }) => length >= SHORTEST)
}

/** A text without a secret, or as much of it as stands there. */
function without(text: string, secret: string): string {
  const at = text.indexOf(secret.slice(0, SHORTEST))
  if (at === -1) return text
  let end = at + SHORTEST
  while (end < text.length && text[end] === secret[end - at]) end += 1
  const rest = text.slice(text[end] === '…' ? end + 1 : end)
  return `${text.slice(0, at)}…${without(rest, secret)}`
}
