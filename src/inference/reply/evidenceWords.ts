/** The words of services, by what they are evidence of. */

export const filterWords =
  /\b(nsfw (content|concepts?|image)|(nsfw|unsafe|inappropriate|explicit|sensitive|harmful|prohibited) (content|material|information)|safety (checker|system|filter|polic)\w*|content[_ ](polic(y|ies)|filter)|content[_ ]moderation(?! (\w+ )?(is |was )?(unavailable|down|overloaded|timed out))|(blocked|rejected|refused|stopped|denied|failed) (by |in )?((our|the|its) )?moderation|moderation (polic(y|ies)|blocked)|(request|content|prompt|output) (was )?moderated|flagged as|flagged by|no media generated)\b/i;
/** In words it may be the name of a parameter or a model. */
export const filterCodes = /\bmoderation\b/i;
export const creditWords =
  /\b(depleted|exceeded|ran out|run out|out) (of )?(your )?(monthly )?(included )?credits?\b|\binsufficient[_ ](credits?|balance|funds|quota)|\b(exhausted|not enough) (credits?|balance)\b|\bbilling (hard limit|limit (has been |was |is )?(reached|exceeded))\b|\btop[ _-]?up (your|the) (account|balance|credits?|wallet)\b|\bbalance\b.{0,40}\btop[ -]?up\b|\b(please|reason:) top[ _-]?up\b|\bpayment required\b|\bpre-?paid credits\b/i;
/** In words, "top up" may be a piece of the prompt. */
export const creditCodes = /\btop ?up\b/i;
/** Google says it of a limit for each minute as well, and then how long to wait. */
export const quotaWords = /\bexceeded your current quota\b/i;
export const permissionWords = /\b(sufficient permissions?|not (allowed|permitted|authorized) to)\b/i;
export const gatedWords =
  /\b(gated|restricted|must (be authenticated|have access)|ask for access|accept the (license|conditions))\b/i;
export const loadingWords =
  /\b(loading|warming up|starting|(scaling|spinning|waking) up|scaled to zero|initiali[sz]ing|cold start|not ready)\b/i;
export const bareWords = /^(503 )?(service )?(temporarily )?unavailable\b/i;
export const overloadedWords =
  /\b(overloaded|overload|too busy|busy|(at|over|out of|no) capacity|capacity reached|queue is full)\b/i;
export const notServedWords =
  /not supported by (the |any )?provider|provider .{0,80}(does not|doesn't) support|no (inference )?provider|not (currently )?(deployed|served)|too large to be loaded|non-serverless model|\bmodel not (supported|available)\b/i;
export const lockedWords = /\buser is locked\b/i;
