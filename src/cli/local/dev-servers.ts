import { join } from 'node:path'
import { type Plugin, runnerImport } from 'vite'
import type * as Backend from './dev-backend.ts'

/**
 * Gives `npm run dev` the relay and the practice server. They are loaded when the server starts: an
 * import would make them part of Vite's settings, and a fault in them would stop build and tests.
 */
export function devServers(): Plugin {
  let metas: Readonly<Record<string, string>> = {}
  return {
    name: 'dev-servers',
    apply: (_, { command, isPreview }) =>
      command === 'serve' && isPreview !== true && process.env['VITEST'] === undefined,
    configureServer: async (server) => {
      const file = join(server.config.root, 'src/cli/local/dev-backend.ts')
      const { module } = await runnerImport<typeof Backend>(file)
      const backend = await module.startBackend()
      metas = backend.metas
      server.httpServer?.once('close', () => void backend.close())
      server.middlewares.use(backend.relayPath, backend.relay)
      server.config.logger.info(`Practice server ${backend.practiceUrl}`)
    },
    transformIndexHtml: () =>
      Object.entries(metas).map(([name, content]) => ({
        tag: 'meta',
        attrs: { name, content },
        injectTo: 'head',
      })),
  }
}
