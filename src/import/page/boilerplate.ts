/** A short paragraph that pages put between those of an article. */
const BOILERPLATE = [
  'advertisement|ad|sponsored(?: content)?|promoted content|story continues below.*|article continues (?:below|after).*|continue reading.*',
  'share(?: (?:this|on|via|with).*)?|tweet|e-?mail|print|save|copy link|facebook|twitter|linkedin|whatsapp|reddit|pinterest',
  '(?:please )?(?:sign up|subscribe|register)(?: now| here| today| free)?(?: (?:to|for|and) .*)?|get (?:our|the) .* newsletter.*|.*delivered (?:straight )?to your inbox.*|join our (?:newsletter|mailing list).*',
  '(?:follow|like) (?:us|the .*|.*) on (?:twitter|facebook|instagram|x|google news|telegram).*',
  '(?:read|see|watch|listen)(?: more| also| next)\\s*:?.*|related(?: (?:stories|articles|content|topics))?:?.*|more (?:from|on) .*|recommended(?: stories)?|most (?:read|popular).*',
  'comments?(?: \\(\\d+\\))?|leave a (?:comment|reply)|view comments.*|log in.*|accept (?:all )?cookies.*|we use cookies.*',
  'photo(?:graph)?s?\\s*:.*|image\\s*:.*|getty images|file photo.*',
].map((form) => new RegExp(`^(?:${form})[.!]?$`, 'iu'));

const LONGEST = 160;

/** Whether a paragraph is a button, a box for a newsletter or a link to other articles; one with a quotation never is. */
export function boilerplate(text: string): boolean {
  if (text === '' || text.length > LONGEST || /["“”„«»]/u.test(text)) return false;
  return BOILERPLATE.some((form) => form.test(text));
}
