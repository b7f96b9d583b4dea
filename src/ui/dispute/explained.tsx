import type { ReactNode } from 'react'
import { Tag } from '../parts/tag.tsx'
import { CLAIMS, DEMANDS, HAPPENED, SINCE, type Source, TODAY, type Told } from './history.ts'

const TONES = { right: 'pass', wrong: 'error', partly: 'warning' } as const
const WORDS = { right: 'right', wrong: 'wrong', partly: 'in part' } as const

/** What was right and what was wrong in the dispute, with its sources. */
export function Explained() {
  return (
    <>
      <Section title="What happened">
        {HAPPENED.map((told) => (
          <Paragraph key={told.text} told={told} />
        ))}
      </Section>
      <Section title="What the specification asked at each time">
        <Asked />
      </Section>
      <Section title="Who was right">
        <ul className="flex flex-col gap-4">
          {CLAIMS.map(({ claim, verdict, ...told }) => (
            <li key={claim} className="grid gap-x-3 gap-y-1 sm:grid-cols-[72px_minmax(0,1fr)]">
              <span>
                <Tag tone={TONES[verdict]}>{WORDS[verdict]}</Tag>
              </span>
              <div>
                <h3 className="font-medium">“{claim}”</h3>
                <Paragraph told={told} />
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="What has changed since">
        {SINCE.map((told) => (
          <Paragraph key={told.text} told={told} />
        ))}
      </Section>
      <Section title="What a server’s owner does today">
        <ol className="flex max-w-[88ch] list-decimal flex-col gap-1.5 pl-5">
          {TODAY.map((advice) => (
            <li key={advice} className="wrap-anywhere">
              {advice}
            </li>
          ))}
        </ol>
      </Section>
      <p className="text-row text-ink-3">
        Sources were read in November 2026, community pages and vendor pages as stored copies.
      </p>
    </>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-title font-semibold">{title}</h2>
      {children}
    </section>
  )
}

function Paragraph({ told }: { readonly told: Told }) {
  return (
    <div className="max-w-[88ch]">
      <p className="wrap-anywhere">{told.text}</p>
      <Sources sources={told.sources} />
    </div>
  )
}

function Sources({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <ul aria-label="Sources" className="text-row flex flex-wrap gap-x-4">
      {sources.map(({ title, url, day }) => (
        <li key={url}>
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-6 items-center wrap-anywhere"
          >
            {title}
          </a>
          <span className="text-ink-3"> ({day})</span>
        </li>
      ))}
    </ul>
  )
}

function Asked() {
  return (
    <table aria-label="What each revision asked" className="w-full text-left max-md:block">
      <thead className="max-md:sr-only">
        <tr className="border-line text-row text-ink-3 border-b">
          <th scope="col" className="w-24 py-1 pr-4 font-medium">
            Revision
          </th>
          <th scope="col" className="py-1 pr-4 font-medium">
            Of the client
          </th>
          <th scope="col" className="py-1 pr-4 font-medium">
            Of the server
          </th>
          <th scope="col" className="w-60 py-1 font-medium">
            Scopes to ask for
          </th>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {DEMANDS.map(({ revision, client, server, scopes, url }) => (
          <tr
            key={revision}
            className="border-line border-b align-top last:border-0 max-md:block max-md:py-2"
          >
            <th scope="row" className="py-2 pr-4 font-medium max-md:block max-md:py-0">
              <a
                href={url}
                target="_blank"
                rel="noreferrer"
                className="inline-flex min-h-6 items-center"
              >
                {revision}
              </a>
            </th>
            <Demand of="Client" text={client} />
            <Demand of="Server" text={server} />
            <Demand of="Scopes" text={scopes} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Demand({ of, text }: { readonly of: string; readonly text: string }) {
  return (
    <td className="py-2 pr-4 max-md:block max-md:py-0.5">
      <span className="text-ink-3 md:hidden">{of}: </span>
      {text}
    </td>
  )
}
