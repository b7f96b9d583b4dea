import type { ResponseOutcome } from '../../http/exchange.ts'

/** Whether an answer may be the refusal of a request without a session id: by what it says, else by its status. */
export function mayMissSession({ status, body }: ResponseOutcome): boolean {
  if (/mcp-session-id/i.test(body.text)) return status >= 400
  return (status === 400 || status === 404) && !missesVersion(body.text)
}

/** Whether the text of a refusal names the header with the version. */
export function missesVersion(text: string): boolean {
  return /mcp-protocol-version/i.test(text)
}

/** Whether a refusal says that `initialize` has to come first. 2026-07-28 knows no such thing. */
export function asksForHandshake({ body }: ResponseOutcome): boolean {
  return /not (?:been |yet )?initiali[sz]ed|initiali[sz]ation|initiali[sz]e (?:first|request)|session/i.test(
    body.text,
  )
}
