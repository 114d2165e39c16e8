import type { ClaimView } from '../../docs/claim-view.ts'
import { outcomeWords } from '../../docs/claim-words.ts'
import { type Html, html } from '../html.ts'

const moods: Readonly<Record<string, string>> = {
  replicates: 'good',
  'not-replicated': 'bad',
  partial: 'note',
  APPROVE: 'good',
  'APPROVE-WITH-NOTES': 'note',
  REJECT: 'bad',
}

/** The outcome of a claim, as a word on a coloured background. */
export function outcomeBadge(view: ClaimView): Html {
  const outcome = view.found?.judged.outcome ?? ''
  const declared = view.found?.judged.declared ?? outcome
  return badge(outcomeWords(view), outcome === declared ? outcome : 'not-replicated')
}

export function badge(words: string, kind = words): Html {
  return html`<span class="badge ${moods[kind] ?? ''}">${words}</span>`
}
