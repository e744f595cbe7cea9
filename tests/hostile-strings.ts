/** Texts that are dangerous in one format or another unless they are escaped. */
export const HOSTILE: readonly string[] = [
  // HTML: elements that run
  '<script>globalThis.__hostile=1</script>',
  '<SCRIPT>globalThis.__hostile=1</SCRIPT>',
  '<ScRiPt/x>globalThis.__hostile=1</sCrIpT >',
  '<scr<script>ipt>globalThis.__hostile=1</scr</script>ipt>',
  '<img src=x onerror=globalThis.__hostile=1>',
  '<svg/onload=globalThis.__hostile=1>',
  '<iframe srcdoc="<script>parent.globalThis.__hostile=1</script>"></iframe>',
  '<a href="javascript:globalThis.__hostile=1">x</a>',
  '<base href=//hostile.example>',
  '<meta http-equiv=refresh content="0;url=//hostile.example">',
  '<style>@import "//hostile.example/x.css";</style>',
  '<details open ontoggle=globalThis.__hostile=1>x</details>',
  '<svg><animate onbegin=globalThis.__hostile=1 attributeName=x dur=1s>',
  '<svg><a><animate attributeName=href values=javascript:globalThis.__hostile=1 /><text y=20>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=globalThis.__hostile=1&gt;">',

  // HTML: closing the element that contains the text
  '</script><script>globalThis.__hostile=1</script>',
  '</title><svg onload=globalThis.__hostile=1>',
  '</textarea><img src=x onerror=globalThis.__hostile=1>',
  '</noscript><img src=x onerror=globalThis.__hostile=1>',
  '</style><img src=x onerror=globalThis.__hostile=1>',
  '</template><img src=x onerror=globalThis.__hostile=1>',
  '</blockquote></main></body></html><h1>x',

  // HTML: comments and tags left open
  '<!--',
  '<!--<script>',
  '--><script>globalThis.__hostile=1</script>',
  '--!><img src=x onerror=globalThis.__hostile=1>',
  '<script',
  '<img src="x',
  '<plaintext>',

  // HTML: attributes
  '"><img src=x onerror=globalThis.__hostile=1>',
  "'><img src=x onerror=globalThis.__hostile=1>",
  '" onmouseover="globalThis.__hostile=1',
  "' onmouseover='globalThis.__hostile=1",
  'x onmouseover=globalThis.__hostile=1 x=',
  '" autofocus onfocus=globalThis.__hostile=1 tabindex=1 x="',

  // HTML: character references, to be shown literally
  '&lt;script&gt;globalThis.__hostile=1&lt;/script&gt;',
  '&#60;img src=x onerror=globalThis.__hostile=1&#62;',
  '&#x3c;img src=x onerror=globalThis.__hostile=1&#x3e;',
  'AT&T &copy 2024 &notit; &amp',
  '&amp;amp;',

  // JavaScript and templates
  "{{constructor.constructor('globalThis.__hostile=1')()}}",
  '${globalThis.__hostile=1}',
  '`${globalThis.__hostile=1}`',
  '`;globalThis.__hostile=1;`',
  "';globalThis.__hostile=1;//",
  '";globalThis.__hostile=1;//',
  "$& $1 $$ $` $'",
  '__proto__',

  // JSON and JSON-LD
  '"}</script><script>globalThis.__hostile=1</script>',
  '","@type":"Person","name":"x',
  '\\"',
  '\\u003cscript\\u003eglobalThis.__hostile=1\\u003c/script\\u003e',

  // XML
  '<?xml version="1.0"?>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '&e;',
  '<![CDATA[',
  ']]><script>globalThis.__hostile=1</script>',
  '</summary></entry><entry><title>x</title>',
  '</loc></url><url><loc>https://hostile.example/</loc>',

  // CSV
  '=HYPERLINK("http://hostile.example","x")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '＝1+1',
  '＠SUM(1)',
  'a","b',
  '";=1+1',

  // BibTeX
  '}, title = {x',
  '{',
  '}',
  '{{x}',
  '}}',
  '^',
  '\\input{/etc/passwd}',
  '\\write18{id}',
  '100% $x$ a_b a^b ~ # &',
  '@article{x,',
  'Barnes and Noble',
  'and others',
  'Knuth, Donald, Jr., III',
  'ends in a backslash \\',
  '\\',
  '\\\\',

  // RIS
  'TY  - JOUR',
  'ER  -',
  'AU  - X',

  // YAML
  '- a',
  'key: value',
  '!!js/function x',
  '&anchor',
  '*alias',
  "'",
  '"',
  '#comment',
  '---',
  '...',
  'null',
  'true',
  '0123456789',
  '1e3',
  '~',
  '{a: b}',
  '[x]',
  '> x',
  '| x',
  '? x',
  '@x',
  '`x`',
  '%TAG',

  // Markdown
  '[x](javascript:globalThis.__hostile=1)',
  '![x](x)',
  '```',
  '***',
  '# x',
  '<http://hostile.example>',
  '| a | b |',

  // Wikitext
  '{{subst:x}}',
  '[[File:x]]',
  '}}{{x|y=z',
  "'''x''' ~~~~",
  '<nowiki><ref>',

  // URLs and paths
  'javascript:globalThis.__hostile=1',
  'JaVaScRiPt&colon;globalThis.__hostile=1',
  'data:text/html,<script>globalThis.__hostile=1</script>',
  '../../etc/passwd',
  '%2e%2e%2f%00%',
  '//hostile.example',
  '?x=1#y',
  '#:~:text=x',

  // Unicode
  'in\u200Bvis\u200Di\u2060ble\u00AD so\uFEFFft',
  'x\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030A\u030B\u030C\u030D\u030E\u030F\u0310\u0311\u0312',
  'قال "مرحبا" <b>',
  '\u2067שלום, (x) 1-2\u200F',
  '👩‍👩‍👧‍👦 🏳️‍🌈',
  '𝒜𝓁𝒾𝒸𝑒 𠮷野家',
  '＜script＞globalThis.__hostile=1＜/script＞',
  'рaypаl ʼx＇ ＂x＂',

  // Lengths
  'x'.repeat(500),
  'word '.repeat(400).trim(),
];
