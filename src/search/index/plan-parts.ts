/** How the files of a part are laid out. */
export interface PartLayout {
  records: {
    /** The number of statements per file of records. */
    aFile: number;
    /** The number of record files that share a name but for a number. */
    aBundle: number;
  };
  /** A term in at most this many records has its list in the block. */
  inline: number;
  /** The most keys in a block of terms, by how many keys there are. */
  keysABlock: (keys: number) => number;
}

/** A part of the index that is to be built. */
export interface PlannedPart {
  /** Its first record. */
  first: number;
  /** The number of statements. */
  count: number;
  layout: PartLayout;
}

/** Smaller archives have one part: few of their files change, and a second part would cost each search requests. */
const ONE_PART = 20_000;

/** Older statements are indexed again only when there are this many more. */
const NEWEST = 512;

/**
 * The number of blocks of terms of the newest statements: nearly all of them change with an article, but each word of a
 * search needs one.
 */
const NEWEST_BLOCKS = 16;

/**
 * Divides an archive into parts, the oldest statements first: a statement that is added at the end changes only the last
 * part.
 */
export function planParts(statements: number): PlannedPart[] {
  const older = statements < ONE_PART ? statements : statements - (statements % NEWEST);
  const parts = [
    { first: 0, count: older, layout: ofOlder(older) },
    { first: older, count: statements - older, layout: OF_NEWEST },
  ];
  return parts.filter(({ count }) => count > 0);
}

/**
 * A hit costs less if its file has fewer statements, but there are more files then: a small archive has few files
 * anyway, and a very large one has many in any case. With a name for each file the entry would be too large.
 *
 * The number of keys in a block grows like a root of the number of keys, so that neither the blocks nor the list of
 * them become large, and is a power of two, so that it seldom changes.
 */
function ofOlder(statements: number): PartLayout {
  const aFile = statements < ONE_PART ? 4 : statements < 300_000 ? 20 : 12;
  return {
    records: { aFile, aBundle: 160 },
    inline: 48,
    keysABlock: (keys) => 2 ** Math.max(4, Math.round(Math.log2(keys ** 0.6 / 4))),
  };
}

/** Few files: lists are in the blocks, which are full to three quarters, and the names of records change one by one. */
const OF_NEWEST: PartLayout = {
  records: { aFile: 16, aBundle: 1 },
  inline: NEWEST,
  keysABlock: (keys) => 4 * Math.ceil(keys / NEWEST_BLOCKS / 3),
};
