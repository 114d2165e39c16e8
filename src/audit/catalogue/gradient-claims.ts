import { everyBlock } from '../facts/document/document.ts'
import { plain } from '../facts/document/text.ts'
import { gradientClaims } from '../facts/said/gradient-claims.ts'
import type { Catalogue, CataloguePage } from '../gather/catalogue.ts'
import { nameOf, namesStub } from './stub-names.ts'
import { stubRows } from './stub-rows.ts'

/** Where a catalogue's page says that the gradients of a stub are checked. */
export interface CatalogueGradientClaim {
  readonly stub: string
  readonly path: string
  readonly line: number
  readonly text: string
}

const known = new WeakMap<Catalogue['pages'], readonly CatalogueGradientClaim[]>()

/** Of every stub: in its row, in a sentence that names it, or under a heading that is its name. */
export function catalogueGradientClaims(catalogue: Catalogue): readonly CatalogueGradientClaim[] {
  const { pages } = catalogue
  const claims = known.get(pages) ?? pages.flatMap((page) => claimsOn(page, catalogue))
  known.set(pages, claims)
  return claims
}

function claimsOn({ page }: CataloguePage, catalogue: Catalogue): CatalogueGradientClaim[] {
  const { path } = page
  const rows = stubRows(catalogue).filter((row) => row.path === path)
  const headings = everyBlock(page.blocks).flatMap((block) =>
    block.type === 'heading' ? [{ line: block.line, title: plain(block.text) }] : [],
  )
  return gradientClaims(page).flatMap(({ line, text }) => {
    const row = rows.find((one) => one.line === line)
    const above = headings.findLast((one) => one.line < line)?.title.replace(/\/$/, '')
    const stubs = row
      ? [row.stub]
      : catalogue.stubs.filter((stub) => namesStub(text, stub) || above === nameOf(stub))
    return stubs.map((stub) => ({ stub, path, line, text }))
  })
}
