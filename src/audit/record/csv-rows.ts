import type { Row } from './json-rows.ts'

const armNames = /^(arm|model|variant|method|condition|algorithm|network|net|name)$/i

/** The runs of a table with a column of seeds; the first line that is no comment names the columns. */
export function rowsOfCsv(text: string): (Row & { readonly line: number })[] {
  const lines = text
    .split('\n')
    .map((line, i) => ({ cells: cellsOf(line), line: i + 1 }))
    .filter(({ cells }) => cells.length > 1 && !cells[0].startsWith('#'))
  const [head, ...rows] = lines
  const seedAt = head?.cells.findIndex((name) => /^(random_?)?seed$/i.test(name)) ?? -1
  if (seedAt < 0) return []
  const armAt = head.cells.findIndex((name) => armNames.test(name))
  return rows.flatMap(({ cells, line }) => {
    const seed = Number(cells[seedAt])
    if (!cells[seedAt] || !Number.isInteger(seed)) return []
    const metrics = new Map(
      head.cells.flatMap((name, i): [string, number][] => {
        const value = Number(cells[i])
        const isMetric = i !== seedAt && i !== armAt && cells[i] && Number.isFinite(value)
        return isMetric ? [[name, value]] : []
      }),
    )
    return [{ arm: cells[armAt] ?? null, seed, metrics, line }]
  })
}

const cellsOf = (line: string) =>
  line.split(line.includes('\t') ? '\t' : ',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
