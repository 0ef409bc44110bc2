/** Postal codes by country, as AWS asks for them when a deal is submitted. */

/** 9 = a digit, A = a letter; several forms apart by `|`. */
const FORMS: Readonly<Record<string, readonly [country: string, forms: string]>> = {
  US: ['United States', '99999|99999-9999'],
  AT: ['Austria', '9999'],
  AU: ['Australia', '9999'],
  BE: ['Belgium', 'B-9999|9999'],
  BG: ['Bulgaria', '9999'],
  BR: ['Brazil', '99999|99999-999'],
  CA: ['Canada', 'A9A 9A9|A9A9A9'],
  CH: ['Switzerland', '9999'],
  CN: ['China', '999999'],
  CO: ['Colombia', '999999'],
  CZ: ['Czech Republic', '999 99|99999'],
  DE: ['Germany', '99999'],
  DK: ['Denmark', '9999'],
  EE: ['Estonia', '99999'],
  EG: ['Egypt', '99999'],
  ES: ['Spain', '99999'],
  FI: ['Finland', '99999'],
  FR: ['France', '99999'],
  GR: ['Greece', '99999|999 99'],
  HR: ['Croatia', '99999'],
  HU: ['Hungary', '9999'],
  ID: ['Indonesia', '99999'],
  IE: ['Ireland', 'A99 9A9A|A999A9A'],
  IL: ['Israel', '99999|9999999'],
  IN: ['India', '999999|999 999'],
  IS: ['Iceland', '999'],
  IT: ['Italy', '99999'],
  JP: ['Japan', '9999999|999-9999'],
  KE: ['Kenya', '99999'],
  KR: ['Korea', '99999'],
  LT: ['Lithuania', '99999|LT-99999'],
  LU: ['Luxembourg', '9999'],
  MX: ['Mexico', '99999'],
  MY: ['Malaysia', '99999'],
  NL: ['Netherlands', '9999 AA|9999AA'],
  NO: ['Norway', '9999'],
  NZ: ['New Zealand', '9999'],
  PE: ['Peru', '99999'],
  PH: ['Philippines', '9999'],
  PL: ['Poland', '99-999'],
  PT: ['Portugal', '9999|9999-999'],
  SA: ['Saudi Arabia', '99999-9999'],
  SE: ['Sweden', 'S-99999|SE-99999|99999|999 99'],
  SG: ['Singapore', '999999'],
  SK: ['Slovakia', '999 99|99999'],
  TH: ['Thailand', '99999'],
  TR: ['Turkey', '99999'],
  TW: ['Taiwan', '99999'],
  UA: ['Ukraine', '99999'],
  VN: ['Viet Nam', '999999'],
  ZA: ['South Africa', '9999'],
};

/** What AWS says of a code that is missing or of another form; null where the country asks for none, or the code is good. */
export function postalCodeProblem(country: string, code: string): string | null {
  if (country === 'GB') return /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(code.trim()) ? null : britain;
  const known = FORMS[country];
  if (!known) return null;
  const [name, forms] = known;
  const list = forms.split('|');
  if (list.some((form) => pattern(form).test(code.trim()))) return null;
  const format = list.join(' OR ');
  return `The postal code is invalid for country ${name}, ${name} postal code must be in ${format} format.`;
}

const britain =
  'The postal code is invalid for country United Kingdom, United Kingdom postal code must be in A(A)N(A/N)NAA OR A(A)N(A/N) NAA format.';

/** The letters of a prefix such as `SE-` or `LT-` stand for themselves. */
function pattern(form: string): RegExp {
  const [, prefix = '', rest = form] = /^([A-Z]+-)?(.*)$/.exec(form) ?? [];
  const source = [...rest].map((sign) => (sign === '9' ? '\\d' : sign === 'A' ? '[A-Z]' : sign)).join('');
  return new RegExp(`^${prefix}${source}$`, 'i');
}
