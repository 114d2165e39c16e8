/** Text that is HTML already. Only `html` and `trusted` make it, so that nothing else goes unescaped. */
export interface Html {
  readonly html: string
}

export type Child = Html | string | number | null | undefined | false | readonly Child[]

/**
 * A template of HTML: what stands in the template is markup, what is put in is text and is escaped,
 * within elements and within quoted attributes. Lists are joined; null, undefined and false are left out.
 */
export function html(markup: TemplateStringsArray, ...children: readonly Child[]): Html {
  const parts = markup.map((text, i) => (i < children.length ? text + written(children[i]) : text))
  return { html: parts.join('') }
}

/** Text that is markup although no template says so: our own style and scripts. */
export function trusted(text: string): Html {
  return { html: text }
}

/** Text as it may stand in an element or in a quoted attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** A value for a script of the page to read: JSON in which no tag can begin. */
export function data(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c')
  return html`<script type="application/json" id="${id}">${trusted(json)}</script>\n`
}

/** A script's text such that it cannot end its element; the language reads it as before. */
export function scriptText(code: string): string {
  return code.replace(/<(?=\/script|!--|script)/gi, '\\x3c')
}

function written(child: Child): string {
  if (child === null || child === undefined || child === false) return ''
  if (typeof child === 'string') return escaped(child)
  if (typeof child === 'number') return String(child)
  if ('html' in child) return child.html
  return child.map(written).join('')
}
