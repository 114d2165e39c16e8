/** The catalogue's source with one more paper: its import among the others, its name at the end. */
export function registered(
  source: string,
  { slug, name }: { readonly slug: string; readonly name: string },
): string {
  const line = `import { ${name} } from './${slug}/index.ts'`
  const lines = source.split('\n')
  const imports = lines.filter((one) => /^import \{ \w+ \} from '\.\/[^']+\/index\.ts'$/.test(one))
  const path = (one: string) => one.slice(one.indexOf("'"))
  const next = imports.find((one) => path(one) > path(line))
  const at = next ? lines.indexOf(next) : lines.indexOf(imports[imports.length - 1]) + 1
  const end = lines.indexOf(']')
  if (imports.length === 0 || end < 0)
    throw new Error('src/papers/index.ts has another form than assay new knows')
  return [
    ...lines.slice(0, at),
    line,
    ...lines.slice(at, end),
    `  ${name},`,
    ...lines.slice(end),
  ].join('\n')
}
