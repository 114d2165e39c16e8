import { type Row, tablesIn } from '../facts/document/document.ts'
import type { Catalogue, CataloguePage } from '../gather/catalogue.ts'
import { beginsWithName } from './stub-names.ts'

/** A row of a catalogue's table that is about one stub. */
export interface StubRow {
  readonly stub: string
  readonly path: string
  readonly line: number
  readonly header: readonly string[]
  readonly cells: Row['cells']
}

const known = new WeakMap<Catalogue['pages'], readonly StubRow[]>()

/** The rows of a catalogue's pages that name one stub, by a link into its folder or as their first cell. */
export function stubRows({ pages, stubs }: Catalogue): readonly StubRow[] {
  const rows = known.get(pages) ?? pages.flatMap((page) => rowsIn(page, stubs))
  known.set(pages, rows)
  return rows
}

/** The rows about the stub that a catalogue is looked at from. */
export const ownRows = (catalogue: Catalogue): readonly StubRow[] =>
  stubRows(catalogue).filter(({ stub }) => stub === catalogue.own)

function rowsIn({ page, links }: CataloguePage, stubs: readonly string[]): StubRow[] {
  return tablesIn(page.blocks).flatMap(({ header, rows }) =>
    rows.flatMap(({ line, end, cells }) => {
      const linked = links
        .filter((link) => link.line >= line && link.line <= end && link.target !== null)
        .flatMap(({ target }) => stubs.filter((stub) => isWithin(target ?? '', stub)))
      const named = stubs.filter((stub) => beginsWithName(cells[0]?.text ?? '', stub))
      const [stub, ...others] = new Set([...linked, ...named])
      return stub === undefined || others.length > 0
        ? []
        : [{ stub, path: page.path, line, header, cells }]
    }),
  )
}

const isWithin = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
