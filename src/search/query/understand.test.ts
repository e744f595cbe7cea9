import { describe, expect, test } from 'vitest';
import { queryOf, readSearch, understood } from './index.ts';

const meant = async (text: string) => {
  const { query, leftOut } = await understood(queryOf({ ...readSearch(''), text }));
  return { words: query.words, any: query.any, periods: query.dates.map(({ period }) => period), leftOut };
};

describe('the words of a search', () => {
  test.each([
    ['2013', '2013'],
    ['November 2016', '2016-11'],
    ['nov. 2016', '2016-11'],
    ['Sept 2014', '2014-09'],
    ['10 March 2015', '2015-03-10'],
    ['March 10th, 2015', '2015-03-10'],
    ['2015-03-10', '2015-03-10'],
    ['2015-03', '2015-03'],
  ])('name a period: %s', async (text, period) => {
    expect(await meant(text)).toMatchObject({ words: [], periods: [period] });
    expect(await meant(`flood ${text}`)).toMatchObject({ words: ['flood'], periods: [period] });
  });

  test.each(['12,500', '20134', 'B2016', '3.2013', '1066'])('are no period: %s', async (text) => {
    expect(await meant(`${text} boats`)).toMatchObject({ words: [text, 'boats'], periods: [] });
  });

  test('offer alternatives', async () => {
    expect(await meant('old bridge OR ferry OR mole')).toMatchObject({
      words: ['old'],
      any: [['bridge', 'ferry', 'mole']],
    });
    expect(await meant('bridge or ferry')).toMatchObject({ any: [['bridge', 'ferry']] });
    expect(await meant('less or more')).toMatchObject({ words: ['less', 'or', 'more'], any: [] });
    expect(await meant('OR bridge')).toMatchObject({ words: ['bridge'], any: [] });
  });

  test.each(['OR', 'NOT', 'OR NOT'])('are words if there is nothing else: %s', async (text) => {
    expect((await meant(text)).words).toEqual(text.split(' '));
  });

  test('exclude', async () => {
    const { query } = await understood(queryOf({ ...readSearch(''), text: 'bridge NOT ferry' }));
    expect(query).toMatchObject({ words: ['bridge'], without: [{ text: 'ferry' }] });
  });

  test('may have a date after small words', async () => {
    expect(await meant('statements on the bridge in 2016')).toMatchObject({ words: ['bridge'], periods: ['2016'] });
  });

  test('ask a question, of which the subject is searched for', async () => {
    expect(await meant('What did the mayor say about the library?')).toMatchObject({
      words: ['mayor', 'library?'],
      leftOut: ['What', 'did', 'the', 'say', 'about', 'the'],
    });
    expect(await meant('who said "golden rule"?')).toMatchObject({ words: [], leftOut: ['who', 'said'] });
    expect(await meant('who said that?')).toMatchObject({ leftOut: [], words: ['who', 'said', 'that?'] });
  });

  test('are taken as they are if the reader says so, and in quotation marks', async () => {
    const typed = queryOf({ ...readSearch(''), text: 'who built the bridge in 2016?', isAsTyped: true });
    expect((await understood(typed)).query).toBe(typed);
    expect(await meant('"in November 2016"')).toMatchObject({ words: [], periods: [] });
  });
});
