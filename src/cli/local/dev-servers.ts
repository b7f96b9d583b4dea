import type { Plugin } from 'vite'
import { createRelayHandler } from '../../relay/handler.ts'
import { makeRelaySecret } from '../../relay/secret.ts'
import { servePractice } from '../practice.ts'
import { RELAY_PATH, toMetas } from '../serve.ts'

const PRACTICE_PORT = 4281

/** Gives `npm run dev` what `npm start` has: a relay on the page's origin and a practice server. */
export function devServers(): Plugin {
  const secret = makeRelaySecret()
  const practice: string[] = []
  return {
    name: 'dev-servers',
    apply: (_, { command, isPreview }) =>
      command === 'serve' && isPreview !== true && process.env['VITEST'] === undefined,
    configureServer: async (server) => {
      const { url, close } = await servePractice(PRACTICE_PORT)
      practice.splice(0, 1, url)
      server.httpServer?.once('close', () => void close())
      server.middlewares.use(RELAY_PATH, createRelayHandler({ secret }))
      server.config.logger.info(`Practice server ${url}`)
    },
    transformIndexHtml: () =>
      Object.entries(toMetas(secret, practice)).map(([name, content]) => ({
        tag: 'meta',
        attrs: { name, content },
        injectTo: 'head',
      })),
  }
}
