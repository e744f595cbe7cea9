import { describe, expect, test } from 'vitest';
import { findStatements, type FoundStatement } from '../find-statements.ts';

const SAID = '“The mole will not stand another winter,”';

/** The last quotation of a text. */
function last(text: string): FoundStatement {
  const found = findStatements(text).findLast(({ type }) => type !== 'reported');
  if (!found) throw new Error(`Nothing is quoted in: ${text}`);
  return found;
}
const nameIn = (text: string): string | null => last(text).who?.name ?? null;

describe('a name is a name', () => {
  test.each([
    [`Controversial plans were shown. ${SAID} critics said.`, null],
    [`Addressing the council, Ada Quill rose. ${SAID} she said.`, 'Ada Quill'],
    [`${SAID} Critics said on Monday.`, null],
    [`${SAID} Users said.`, null],
    [`${SAID} the Lurian President said.`, null],
    [
      `The Harbour Research Institute for Tides and Winds closed. ${SAID} the institute said.`,
      'Harbour Research Institute for Tides and Winds',
    ],
    [`Celebrating Quill In Kell And Beyond\n\n${SAID} she said.`, null],
  ])('%s', (text, name) => {
    expect(nameIn(text)).toBe(name);
  });

  test.each([
    ['Councilwoman Mara Oren', 'Mara Oren', 'Councilwoman'],
    ['Commuter Jon Vale', 'Jon Vale', 'Commuter'],
    ['Prosecutor-General Emil Hask', 'Emil Hask', 'Prosecutor-General'],
    ['Tory leader Tom Brack', 'Tom Brack', 'Tory leader'],
    ['retired engineer Ada B. Quill', 'Ada B. Quill', 'engineer'],
    ['Secretary of State John Tern', 'John Tern', 'Secretary of State'],
    ['Luria’s ambassador to Britain Liu Weiran', 'Liu Weiran', 'ambassador'],
    ['Kell-based lawyer Edgar Lund', 'Edgar Lund', 'lawyer'],
    ['Ada Brand', 'Ada Brand', null],
    ['Mr. King', 'King', null],
  ])('%s is %s, %s', (source, name, role) => {
    const { who } = last(`${SAID} ${source} said.`);
    expect(who?.name).toBe(name);
    if (role === null) expect(who?.role).toBeNull();
    else expect(who?.role).toContain(role);
  });

  test('a title that an article writes in lower case elsewhere is not part of a name, listed or not', () => {
    expect(nameIn(`Two tidewaiters came. Rika Stroud came. ${SAID} Tidewaiter Stroud said.`)).toBe('Rika Stroud');
  });

  test.each([
    [`Erik van Dorn waved. ${SAID} van Dorn said.`, 'Erik van Dorn'],
    [`Liu Weiran spoke in Kell. ${SAID} Liu said.`, 'Liu Weiran'],
    [`Kesh came early.\n\n${SAID} Kesh said.\n\nMora Kesh is an engineer.`, 'Mora Kesh'],
    [`Mr Brandt came. “Tom Brandt knows it,” Ada Quill said. ${SAID} Mr Brandt said.`, 'Tom Brandt'],
    [`Ada King spoke. ${SAID} King said.`, 'Ada King'],
    [`Kerry Washington came. ${SAID} Washington said.`, 'Kerry Washington'],
  ])('%s', (text, name) => {
    expect(nameIn(text)).toBe(name);
  });

  test('only a name that is plainly one is sure', () => {
    expect(last(`Kesh came. ${SAID} Kesh said.`).isSpeakerSure).toBe(false);
    expect(last(`Kesh came. ${SAID} Mora Kesh said.`).isSpeakerSure).toBe(true);
    expect(last(`Mora Kesh met Ivo Kesh. ${SAID} Kesh said.`).isSpeakerSure).toBe(false);
  });
});

describe('he, she and they', () => {
  test.each([
    [`Tom Hale and his wife waited. The mayor, Tri Wardani, came. ${SAID} she said.`, 'Tri Wardani'],
    [`Ada Quill, who died in May, built it. Mina Tern sails. ${SAID} she said.`, 'Mina Tern'],
    [`The late Ada Quill was missed. Mina Tern sails. ${SAID} she said.`, 'Mina Tern'],
    [`Ben Tern flew to Paris. ${SAID} he said.`, 'Ben Tern'],
    [`The Electoral Commission met. ${SAID} it said.`, 'Electoral Commission'],
  ])('%s', (text, name) => {
    expect(nameIn(text)).toBe(name);
  });

  test('a pronoun for somebody without a name has the words that describe them', () => {
    const text = `${SAID} a police spokeswoman said. Nobody asked why. “It is wet,” she said.`;
    const { who } = last(text);
    expect(who?.name).toBeNull();
    expect(text.slice(who?.described?.start, who?.described?.end)).toBe('a police spokeswoman');
  });
});

describe('what an article says of somebody is remembered', () => {
  test.each([
    [`Foreign Minister Eli Marsh flew home. ${SAID} the minister said.`, 'Eli Marsh'],
    [`Ada Marsh, president of the Growers’ League, spoke. ${SAID} the league’s president said.`, 'Ada Marsh'],
    [`The Growers’ League met. Its leader, Ivo Brandt, was late. ${SAID} the leader said.`, 'Ivo Brandt'],
    [`The mayor of Kell, Tova Lind, came by boat. ${SAID} the mayor said.`, 'Tova Lind'],
    [`Governor Ada Quill met Ben Tern, the mayor. ${SAID} the governor said.`, 'Ada Quill'],
    [`${SAID} Luria’s interior minister said on Tuesday.\n\nRana Oskan spoke to reporters.`, 'Rana Oskan'],
  ])('%s', (text, name) => {
    expect(nameIn(text)).toBe(name);
  });

  test('a description that two people fit stays a description, or is not sure', () => {
    const { isSpeakerSure } = last(`Minister Eli Marsh met Minister Ada Lund. ${SAID} the minister said.`);
    expect(isSpeakerSure).toBe(false);
  });
});

describe('bodies', () => {
  test.each([
    [
      `The Ministry of Foreign Affairs of Luria wrote. ${SAID} the ministry said.`,
      'Ministry of Foreign Affairs of Luria',
    ],
    [`Russia’s foreign ministry was angry. ${SAID} the ministry said.`, 'Russia’s foreign ministry'],
    [`The Harbour Research Institute (HRI) published it. ${SAID} HRI said.`, 'Harbour Research Institute'],
    [`Blue Gull Airlines fell. ${SAID} the airline said.`, 'Blue Gull Airlines'],
    [`The Kell Growers League met. ${SAID} the league said.`, 'Kell Growers League'],
    [`The Armenian government met. ${SAID} Yerevan said.`, 'Government of Armenia'],
    [`${SAID} a spokesman for the Kell Harbour Board said.`, 'Kell Harbour Board'],
    [`A Zolar spokesman came. ${SAID} Zolar said.`, 'Zolar'],
  ])('%s', (text, name) => {
    expect(last(text).who).toMatchObject({ name, kind: 'organisation' });
  });

  test('a capital is surely its government only if the text names that government', () => {
    expect(last(`The Armenian government met. ${SAID} Yerevan said.`).isSpeakerSure).toBe(true);
    expect(last(`${SAID} Yerevan said on Monday.`).isSpeakerSure).toBe(false);
  });

  test('somebody who speaks for a body is not surely that body', () => {
    expect(last(`${SAID} a spokesman for the Kell Harbour Board said.`).isSpeakerSure).toBe(false);
  });
});
