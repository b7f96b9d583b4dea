import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'

export const loopbackPortMayDiffer: Rule = {
  id: 'URI-06',
  name: 'loopback-port-may-differ',
  title: 'A loopback redirect URI works with any port',
  level: 'must',
  spec: ['oauth21-loopback'],
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check: (run) =>
    judgeProbe(run, {
      names: ['other-loopback-port'],
      isRight: ({ answer }) => answer.status < 400,
      required: 'A loopback IP redirect URI must be accepted with any port',
      fix: 'Ignore the port when the registered and the sent redirect URI are loopback IP addresses.',
    }),
}
