/** Elements of HTML that stand within a line of text: no word and no paragraph ends at their tags. */
export const inlineTags: ReadonlySet<string> = new Set(
  (
    'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt ' +
    'u var wbr'
  ).split(' '),
);
