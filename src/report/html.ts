/**
 * Text that is already HTML. Only `html` and `trusted` make it, so that all other text is escaped.
 */
export interface Html {
  readonly html: string
}

export type Child = Html | string | number | null | undefined | false | readonly Child[]

/**
 * A template of HTML. The template itself is markup; inserted values are text and are escaped, in
 * elements and in quoted attributes. Lists are joined; null, undefined and false are left out.
 */
export function html(markup: TemplateStringsArray, ...children: readonly Child[]): Html {
  const parts = markup.map((text, i) => (i < children.length ? text + written(children[i]) : text))
  return { html: parts.join('') }
}

/** Marks text as markup without escaping it: only for our own style and scripts. */
export function trusted(text: string): Html {
  return { html: text }
}

/** Text escaped for an element or a quoted attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/**
 * A value for a script of the page: JSON without the character `<`, so that no tag can begin in it.
 */
export function data(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c')
  return html`<script type="application/json" id="${id}">${trusted(json)}</script>\n`
}

/** A script's text, changed so that it cannot end its element. Its meaning stays the same. */
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
