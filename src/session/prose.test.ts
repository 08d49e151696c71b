import assert from 'node:assert/strict';
import { judgeProse } from './prose.ts';

const check = (name: string, code: string, text: string): void => {
  it(`${code}: ${name}`, () => {
    const verdict = judgeProse(text);
    assert.equal(verdict.reason.code, code, `${verdict.reason.code} ${verdict.reason.args.join()}`);
    assert.equal(verdict.prose, code === 'file-prose');
  });
};

describe('the test for prose', () => {
  check(
    'a report',
    'file-prose',
    `PORT MERIDIAN, March 7 — The harbour was closed on Friday, General Okafor said.

Photo: Ada Lovelace

"Nobody was hurt," he added. At least 45 ships had to wait outside, the port's office told reporters.
`,
  );
  check('one short message', 'file-prose', 'The bridge at Port Meridian has been reopened, officials said on Monday.');
  check(
    'hard-wrapped lines',
    'file-prose',
    `It was a dark and stormy night; the rain fell in torrents
except at occasional intervals, when it was checked by a
violent gust of wind which swept up the streets.`,
  );
  check(
    'German',
    'file-prose',
    'Der Hafen blieb am Freitag geschlossen. Der Sprecher der Behörde nannte keinen Grund für die Sperrung.',
  );
  check(
    'a wire in capitals',
    'file-prose',
    `PORT MERIDIAN, MARCH 7 — THE HARBOUR WAS CLOSED ON FRIDAY, GENERAL OKAFOR SAID.

NOBODY WAS HURT, HE ADDED. AT LEAST 45 SHIPS HAD TO WAIT OUTSIDE, THE OFFICE OF THE PORT TOLD REPORTERS ON THE QUAY.
THE FERRIES TO THE ISLANDS WILL NOT RUN BEFORE MONDAY. THE COUNCIL OF THE ISLANDS MEETS TONIGHT.`,
  );
  check(
    'a list in capitals',
    'file-no-prose',
    Array.from({ length: 20 }, (_, at) => `LOVELACE ADA, MERIDIAN STREET ${at}`).join('\n'),
  );
  check('Russian', 'file-prose', 'В пятницу порт был закрыт. Представитель ведомства не назвал причину этого решения.');
  check('Chinese', 'file-prose', '港口星期五关闭。该部门发言人没有说明原因。记者还在等待答复。');
  check('Hindi', 'file-prose', 'बंदरगाह शुक्रवार को बंद रहा। प्रवक्ता ने कोई कारण नहीं बताया।');
  check(
    'an interview',
    'file-prose',
    `Q: When did you reach the harbour?
A: We came there before dawn. There was nobody on the quay.
Q: And what did you see then?
A: Two ships, and the smoke over the old town.`,
  );

  check('nothing', 'file-empty', ' \n\n');
  check('two words', 'file-short', 'Ada Lovelace');
  check(
    'requirements',
    'file-no-prose',
    'numpy==1.26.4\nrequests>=2.31,<3\n# tools\npytest~=8.0\nblack\nmypy # types\nruff\nfoo\nbar\n',
  );
  check(
    'robots',
    'file-no-prose',
    'User-agent: *\nDisallow: /search\nDisallow: /admin\nAllow: /\nCrawl-delay: 10\nSitemap: https://example.org/sitemap.xml\n',
  );
  check('a list of words', 'file-no-prose', 'harbour\nquay\nship\nsmoke\nbridge\nmorning\nrain\nstreet\nwind\n');
  check(
    'a list of names',
    'file-no-prose',
    'Ada Lovelace.\nCharles Babbage, Esq.\nMary Somerville.\nAugustus De Morgan.\nDr. John Hopkinson Smith Jr.\n',
  );
  check(
    'a log',
    'file-no-prose',
    `2026-03-07 09:30:01,112 INFO  server started on port 8080.
2026-03-07 09:30:02,877 WARN  cache miss for key 99812.
2026-03-07 09:30:04,023 ERROR connection to 10.0.0.7:5432 refused.
`,
  );
  check(
    'a to-do list',
    'file-no-prose',
    '- buy milk\n- call the office\n- read the reports from Port Meridian\n- write to Ada\n',
  );
  check(
    'CSV',
    'file-table',
    'name,date,text\nAda,2026-03-07,"She came at dawn."\nOkafor,2026-03-08,"He left the town."\nAda,2026-03-09,"She stayed there."\nAda,2026-03-10,"She wrote to him."\n',
  );
  check('tabs', 'file-table', 'word\tcount\tshare\nthe\t120\t0.06\nof\t80\t0.04\nand\t70\t0.03\nto\t60\t0.03\n');
  check(
    'JavaScript',
    'file-code',
    'function add(a, b) {\n  // Adds the two numbers that were given to it.\n  return a + b;\n}\n',
  );
  check('CSS', 'file-code', 'body {\n  color: black;\n  margin: 0;\n}\n');
  check(
    'code with more comments than statements',
    'file-code',
    'def walk(path):\n    # Walks the path that was given, from its root to its end.\n    for name in path:\n        print(name)\n',
  );
  check(
    'Markdown with headings',
    'file-prose',
    '# The harbour\n\nThe harbour was closed on Friday, General Okafor said.\n\n# The town\n\nNobody was seen in the streets of the old town.\n\n# The end\n\nThe ships left before it was dawn.\n',
  );
  check('Khmer', 'file-prose', 'កំពង់ផែត្រូវបានបិទនៅថ្ងៃសុក្រ។ អ្នកនាំពាក្យមិនបានប្រាប់ពីមូលហេតុទេ។');
  check(
    'Python',
    'file-code',
    'import os\n\ndef walk(path):\n    for name in os.listdir(path):\n        print(name)\n\nwalk(".")\n',
  );

  it('is quick with a hostile text', () => {
    for (const text of ['.'.repeat(1e6), '"'.repeat(1e6), 'a '.repeat(1e6), '\n'.repeat(1e6), 'a.\n'.repeat(1e6)])
      judgeProse(text);
  });
});
