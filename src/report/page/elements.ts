/** The element with that id and class. Throws when the page has none. */
export function element<T extends Element>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}`)
  return found
}

/** The data that the page holds under that id. */
export function given<T>(id: string): T {
  return JSON.parse(element(id, HTMLScriptElement).text)
}

/** Creates an element with text or other elements in it. Text is never read as markup. */
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

/** A table with a scroll bar of its own where the page is narrow. */
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
