import { describe, expect, it } from 'vitest'
import { data, html, scriptText } from '../../src/report/html.ts'

describe('a template of HTML', () => {
  it('takes what is put in for text, in elements and in attributes', () => {
    const hostile = `<img src=x onerror="alert('1')">&`
    const { html: text } = html`<p title="${hostile}">${hostile}</p>`
    const safe = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;'
    expect(text).toBe(`<p title="${safe}">${safe}</p>`)
  })

  it('takes templates for markup, joins lists, and leaves out what is not there', () => {
    const items = ['a', 'b'].map((one) => html`<li>${one}</li>`)
    expect(html`<ul>${items}${null}${undefined}${false}${0}</ul>`.html).toBe(
      '<ul><li>a</li><li>b</li>0</ul>',
    )
  })

  it('is not fooled by an object that only looks like markup in its text', () => {
    expect(html`${JSON.stringify({ html: '<b>' })}`.html).toBe(
      '{&quot;html&quot;:&quot;&lt;b&gt;&quot;}',
    )
  })
})

describe('what a script of the page reads', () => {
  it('cannot end its element, and is what was put in', () => {
    const value = { text: '</script><script>alert(1)</script><!--' }
    const { html: text } = data('it', value)
    expect(text.match(/<\/script>/g)).toHaveLength(1)
    expect(text).not.toContain('<!--')
    const json = text.replace(/^<script[^>]*>/, '').replace(/<\/script>\s*$/, '')
    expect(JSON.parse(json)).toEqual(value)
  })

  it('holds for code as well: the language reads it as before', () => {
    const code = 'const text = "</script><!-- <SCRIPT"; return text'
    expect(scriptText(code)).not.toMatch(/<\/script|<!--|<script/i)
    expect(new Function(scriptText(code))()).toBe(new Function(code)())
  })
})
