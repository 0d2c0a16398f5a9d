/** Thirty elements that a host's page is made of, with a look of its own. */
export const hostElements = `
<link rel="stylesheet" href="/page.css">
<style>html { overflow-y: scroll }</style>
<div data-host>
  <h1>Heading</h1><h2>Heading</h2><h3>Heading</h3><p>Text with <a href="#">a link</a>, <strong>strong</strong>, <em>stressed</em>,
  <code>code</code> and <small>small</small> words.</p><hr><blockquote>Quote</blockquote><pre>As written</pre>
  <ul><li>One</li></ul><ol><li>Two</li></ol><dl><dt>Term</dt><dd>Meaning</dd></dl>
  <form><fieldset><legend>Form</legend><label>Name <input></label><input type="checkbox"><input type="radio">
  <select><option>Choice</option></select><textarea></textarea><button type="button">Press</button></fieldset></form>
  <table><caption>Table</caption><thead><tr><th>Head</th></tr></thead><tbody><tr><td>Cell</td></tr></tbody></table>
  <details><summary>More</summary>Text</details><progress></progress><img alt="" width="8" height="8"><figure></figure>
</div>
<div id="app"></div>`
