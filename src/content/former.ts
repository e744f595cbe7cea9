import { join } from 'node:path';
import { z } from 'zod';
import type { Day } from '../base/day.ts';
import { type Address, speakerAddress, statementAddress } from '../text/address.ts';
import { LONGEST_FILE_NAME } from '../base/slug.ts';
import { day, line, oneOrMore, speakerId, yesOrNo } from '../base/fields.ts';
import type { Problem } from '../base/problem.ts';
import type { YamlFile } from '../base/yaml.ts';
import { isThere, readYamlFile } from './content-file.ts';
import type { GoneStatement } from './record-file.ts';
import type { Speaker } from './types.ts';

const address = line
  .refine(
    (text) => /^\/(?:[a-z0-9-]+\/)+$/.test(text),
    'is not an address of this archive. Write it like `/2023/05/17/slug/`.',
  )
  .refine(
    (text) => text.split('/').every((name) => name.length <= LONGEST_FILE_NAME),
    `has a part of more than ${LONGEST_FILE_NAME} characters, for which no folder can be made. Correct it.`,
  )
  .transform((text) => text as Address);

/** `former-addresses.yaml`: where addresses lead that were published once and have no content of their own now. */
const formerSchema = z.strictObject({
  /** Content that moved: the old address leads to the new one. */
  moved: z.array(z.strictObject({ from: address, to: address, on: day })).default([]),
  /** Content that was taken out: its address says when and why. */
  gone: z
    .array(
      z.strictObject({
        address,
        on: day,
        /** A sentence for readers. */
        why: line,
        /** What it was: the title, the words, the name. */
        was: line.optional(),
        /** Who said it. */
        speaker: speakerId.optional(),
        /** `true` where nothing of it may be shown any more. */
        withhold: yesOrNo.default(false),
        /**
         * Of a speaker who was withdrawn, digests of the names: `record` does not name anybody by them again, and describes
         * them by the words of `described`, if there are any.
         */
        names: oneOrMore(line).optional(),
        described: line.optional(),
      }),
    )
    .default([]),
});

export type FormerFile = z.infer<typeof formerSchema>;

/** A published address that leads elsewhere now. */
export interface MovedAddress {
  address: Address;
  to: Address;
  /** When it moved; `null` for speakers, whose files do not say. */
  on: Day | null;
}

/** A published address whose content was taken out. */
export interface GoneAddress {
  address: Address;
  to: null;
  on: Day;
  /** A sentence for readers. */
  why: string;
  /** What it was; `null` if that may not be shown or is not known. */
  was: string | null;
  /** Whether nothing of what it was may be shown. */
  isWithheld: boolean;
}

export type FormerAddress = MovedAddress | GoneAddress;

/** The address of a statement that its record lists as gone. */
export function goneAddress({ id, on, why, was, withhold }: GoneStatement): GoneAddress {
  return {
    address: statementAddress(id),
    to: null,
    on,
    why,
    was: withhold ? null : (was ?? null),
    isWithheld: withhold,
  };
}

/** The name of the file in the content folder. */
export const FORMER_FILE = 'former-addresses.yaml';

/** Reads `former-addresses.yaml`; an archive that never lost an address has none. */
export function readFormerFile(content: string): YamlFile<FormerFile> | null {
  const path = join(content, FORMER_FILE);
  return isThere(path) ? readYamlFile(path, formerSchema) : null;
}

/** Every former address of an archive: those of its file, and those of speakers who were merged or renamed. */
export function formerAddresses(file: FormerFile | null, speakers: readonly Speaker[]): FormerAddress[] {
  const leading = (address: Address, to: Address, on: Day | null = null): MovedAddress => ({ address, to, on });
  const moved = (file?.moved ?? []).map(({ from, to, on }) => leading(from, to, on));
  const gone = (file?.gone ?? []).map(({ address, on, why, was, withhold }): GoneAddress => {
    return { address, to: null, on, why, was: withhold ? null : (was ?? null), isWithheld: withhold };
  });
  const merged = speakers.flatMap(({ id, mergedInto }) =>
    mergedInto ? [leading(speakerAddress(id), speakerAddress(mergedInto))] : [],
  );
  const renamed = speakers.flatMap(({ id, formerly }) =>
    formerly.map((before) => leading(speakerAddress(before), speakerAddress(id))),
  );
  return [...moved, ...gone, ...merged, ...renamed];
}

/** Tells where an address leads at last, over every move; itself if it never moved. */
export function followMoves(former: readonly FormerAddress[]): (address: Address) => Address {
  const targets = new Map(former.map(({ address, to }) => [address, to]));
  return (address) => {
    const seen = new Set<Address>();
    let at = address;
    while (!seen.has(at)) {
      seen.add(at);
      at = targets.get(at) ?? at;
    }
    return at;
  };
}

/**
 * What is wrong with the file of former addresses: one that is live, leads nowhere, is told twice, or was never an address
 * of the archive.
 *
 * @param published every address of the ledger
 */
export function checkFormer(
  { value, lineOf }: YamlFile<FormerFile>,
  former: readonly FormerAddress[],
  live: Pick<ReadonlySet<string>, 'has'>,
  published: Pick<ReadonlySet<string>, 'has'>,
  file: string,
): Problem[] {
  const byAddress = new Map(former.map((entry) => [entry.address, entry]));
  const isKnown = (address: Address): boolean => live.has(address) || byAddress.get(address)?.to === null;
  const follow = followMoves(former);
  const lines = new Map<Address, number>();
  const check = (list: 'moved' | 'gone', index: number, address: Address, to: Address | null): Problem[] => {
    const line = lineOf([list, index]);
    const first = lines.get(address);
    lines.set(address, first ?? line);
    const message = messageOn(address, to, first);
    return message ? [{ file, line, message }] : [];
  };
  const messageOn = (address: Address, to: Address | null, first: number | undefined): string | null => {
    if (first !== undefined) return `\`${address}\` is told on line ${first} already. Keep one of the two entries.`;
    if (!published.has(address))
      return `\`${address}\` was never an address of this archive. Correct it, or remove its entry.`;
    if (live.has(address)) return `\`${address}\` is an address of the archive again. Remove its entry here.`;
    if (!to || isKnown(follow(to))) return null;
    return `\`${address}\` leads to \`${to}\`, which the archive does not have. Correct \`to\`.`;
  };
  return [
    ...(value?.moved ?? []).flatMap(({ from, to }, index) => check('moved', index, from, to)),
    ...(value?.gone ?? []).flatMap(({ address: from }, index) => check('gone', index, from, null)),
  ];
}
