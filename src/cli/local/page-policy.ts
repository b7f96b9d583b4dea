import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { parseHeaderRules, toMetaPolicy } from './host-headers.ts'

/** Hosts such as GitHub Pages set no headers, so the built page carries its policy in itself. */
export function pagePolicy(): Plugin {
  let publicFolder = ''
  return {
    name: 'page-policy',
    apply: 'build',
    configResolved(config) {
      publicFolder = config.publicDir
    },
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: {
            'http-equiv': 'Content-Security-Policy',
            content: toMetaPolicy(
              parseHeaderRules(readFileSync(join(publicFolder, '_headers'), 'utf8')),
            ),
          },
          injectTo: 'head-prepend',
        },
      ],
    },
  }
}
