import { RELAY_LIMITS } from './wire.ts'

export const DEFAULT_PORT = 4290

/** What `--people` brings along where nothing else is said. */
export const TEAM_DEFAULTS = { perMinute: 300, atOnce: 50, grace: 10_000 } as const

export const USAGE = `Usage: npm run relay -- [options]
  --port N                  port to listen on (default ${DEFAULT_PORT}; a taken one moves on)
  --host ADDRESS            address to listen on (default localhost; any other implies --public-only)
  --allow-origin URL        page that may use the relay, repeatable
  --allow-host NAME         further name the relay answers to, repeatable
  --public-only             refuse private, loopback and link-local targets
  --allow-address ADDRESS   address or block to call all the same, repeatable
  --allow-target HOST       the only hosts to call: tools.example, *.tools.example, tools.example:8443; repeatable
  --allow-private HOST      host of your intranet, which may lead to a private address; repeatable
For a team:
  --people FILE             who may use it, a token each; implies --public-only and --log
  --new-token NAME          writes NAME into --people FILE, prints her token once, and ends
  --rate N                  requests a minute for each person (with --people ${TEAM_DEFAULTS.perMinute}, else no limit)
  --at-once N               requests under way together (with --people ${TEAM_DEFAULTS.atOnce}, else no limit)
  --request-bytes N         size of a request (default ${RELAY_LIMITS.requestBytes})
  --answer-bytes N          size at which an answer is cut (default ${RELAY_LIMITS.maximumAnswerBytes})
  --timeout MS              longest time for a request (default ${RELAY_LIMITS.maximumTimeout})
  --grace MS                time that requests under way get when it is stopped (with --people ${TEAM_DEFAULTS.grace}, else 0)
  --log                     a line of JSON for each request on standard output`
