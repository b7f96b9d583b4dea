import { type Json, isJsonArray, isJsonObject } from '../http/json.ts'

/** A document with one thing changed, and what was changed. */
export type Mutation = { readonly about: string; readonly document: Json }

const REPLACEMENTS: readonly Json[] = [null, true, -1, 1.5, 'x', '', [], {}, ['x', 'y'], [0, 1]]

/** Every way to leave out one member or entry, to put something else in its place, or to add one more. */
export function mutationsOf(value: Json, at = ''): readonly Mutation[] {
  const replaced = REPLACEMENTS.map((document) => ({
    about: `${at} is ${JSON.stringify(document)}`,
    document,
  }))
  return [...replaced, ...insideOf(value, at)]
}

function insideOf(value: Json, at: string): readonly Mutation[] {
  if (isJsonArray(value)) {
    return [
      { about: `${at} has one entry more`, document: [...value, 'x'] },
      { about: `${at} has one entry fewer`, document: value.slice(1) },
      ...value.flatMap((entry, index) =>
        mutationsOf(entry, `${at}/${index}`).map(({ about, document }) => ({
          about,
          document: value.with(index, document),
        })),
      ),
    ]
  }
  if (!isJsonObject(value)) return []
  return [
    { about: `${at} has one member more`, document: { ...value, more: 1 } },
    ...Object.entries(value).flatMap(([name, member = null]) => {
      const { [name]: _, ...rest } = value
      return [
        { about: `${at}/${name} is missing`, document: rest },
        ...mutationsOf(member, `${at}/${name}`).map(({ about, document }) => ({
          about,
          document: { ...value, [name]: document },
        })),
      ]
    }),
  ]
}

/** Every word that a schema offers as a choice, each once: a JSON Schema, or one of valibot written as JSON. */
export function choicesOf(schema: Json | undefined): readonly string[] {
  if (isJsonArray(schema)) return [...new Set(schema.flatMap(choicesOf))]
  if (!isJsonObject(schema)) return []
  const lists = [schema.enum, schema.options].filter((list) => isJsonArray(list)).flat()
  const own = [schema.const, schema.literal, ...lists]
  const words = own.filter((word) => typeof word === 'string')
  return [...new Set([...words, ...Object.values(schema).flatMap(choicesOf)])]
}

/** The value with each of its texts that is one of the words replaced by each of the others, one at a time. */
export function wordMutationsOf(
  value: Json,
  words: readonly string[],
  at = '',
): readonly Mutation[] {
  if (typeof value === 'string') {
    if (!words.includes(value)) return []
    return words.map((document) => ({ about: `${at} is ${document}`, document }))
  }
  if (isJsonArray(value)) {
    return value.flatMap((entry, index) =>
      wordMutationsOf(entry, words, `${at}/${index}`).map(({ about, document }) => ({
        about,
        document: value.with(index, document),
      })),
    )
  }
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, member = null]) =>
    wordMutationsOf(member, words, `${at}/${name}`).map(({ about, document }) => ({
      about,
      document: { ...value, [name]: document },
    })),
  )
}
