/**
 * The code cells of a notebook as one text, each line where the file has it, so that places are
 * right; commands to the notebook itself become comments. Empty where it is none.
 */
export function notebookCode(json: string): string {
  const out: string[] = []
  let at = 0
  let line = 0
  for (const written of codeLines(json)) {
    const found = json.indexOf(JSON.stringify(written), at)
    if (found >= 0) {
      line += json.slice(at, found).split('\n').length - 1
      at = found
    }
    while (out.length < line) out.push('')
    out.push(written.replace(/\n$/, '').replace(/^(\s*)[%!?]/, '$1# '))
  }
  return out.join('\n')
}

function codeLines(json: string): string[] {
  try {
    const { cells } = JSON.parse(json) as { cells?: unknown }
    const code = (Array.isArray(cells) ? cells : []).filter((cell) => cell?.cell_type === 'code')
    return code.flatMap((cell) => {
      const text = [cell.source].flat().join('')
      return text.match(/.*\n|.+$/g) ?? []
    })
  } catch {
    return []
  }
}
