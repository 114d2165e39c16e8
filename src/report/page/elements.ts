/** The element of that id, of that class; the page was made with it. */
export function element<T extends Element>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}`)
  return found
}

/** What the page was given under that id. */
export function given<T>(id: string): T {
  return JSON.parse(element(id, HTMLScriptElement).text)
}

/** An element with text or other elements in it: never markup. */
export function made(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (string | Node)[]
): HTMLElement {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

/** A table that scrolls by itself where the page is narrow. */
export function tableOf(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly (string | Node)[])[],
): HTMLElement {
  const cells = (row: readonly (string | Node)[]) =>
    row.map((cell, i) => (i === 0 ? made('th', { scope: 'row' }, cell) : made('td', {}, cell)))
  const table = made(
    'table',
    {},
    made('thead', {}, made('tr', {}, ...head.map((text) => made('th', { scope: 'col' }, text)))),
    made('tbody', {}, ...rows.map((row) => made('tr', {}, ...cells(row)))),
  )
  return made('div', { class: 'wide', role: 'region', 'aria-label': caption, tabindex: '0' }, table)
}
