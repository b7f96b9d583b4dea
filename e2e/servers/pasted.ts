import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** What a text from the page may name: the owner's application, and the owner's check of tokens. */
export type Owned = { readonly [name: string]: unknown }

/** Texts from the page, as a program that an owner has pasted them into. */
export type Pasted = {
  /** Runs them where they are pasted. Gives what they declare in place of what the owner had. */
  apply(owned: Owned): Owned
}

/**
 * Makes a program of texts, each as it was copied, with its imports at the top as an editor would have them.
 * `declared` are names of the owner that a text may declare anew.
 */
export async function paste(
  texts: readonly string[],
  { file, names }: { readonly file: string; readonly names: readonly string[] },
): Promise<Pasted> {
  const lines = texts.join('\n').split('\n')
  const imports = new Set(lines.filter((line) => line.startsWith('import ')))
  const body = lines.filter((line) => !line.startsWith('import '))
  const declared = names.filter((name) => body.some((line) => line.startsWith(`const ${name} =`)))
  const given = names.filter((name) => !declared.includes(name))
  const program = [
    ...imports,
    `export function apply({ ${given.join(', ')} }) {`,
    ...body,
    `return { ${declared.join(', ')} }`,
    '}',
  ]
  writeFileSync(file, program.join('\n'))
  const module: Pasted = await import(pathToFileURL(file).href)
  return module
}
