/** Countries, states and postal codes as AWS checks them. */

/** ISO codes that AWS's list of countries holds: 249, without XK and with the historic AN. */
export const COUNTRIES: readonly string[] = (
  'AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO ' +
  'JP KE KG KH KI KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS ' +
  'MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS ' +
  'RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW ' +
  'TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

/** AWS takes full English names, never two letters; the letters are here to correct them. */
const STATES_BY_CODE: Readonly<Record<string, string>> = {
  AL: 'Alabama',
  AK: 'Alaska',
  AZ: 'Arizona',
  AR: 'Arkansas',
  CA: 'California',
  CO: 'Colorado',
  CT: 'Connecticut',
  DE: 'Delaware',
  FL: 'Florida',
  GA: 'Georgia',
  HI: 'Hawaii',
  ID: 'Idaho',
  IL: 'Illinois',
  IN: 'Indiana',
  IA: 'Iowa',
  KS: 'Kansas',
  KY: 'Kentucky',
  LA: 'Louisiana',
  ME: 'Maine',
  MD: 'Maryland',
  MA: 'Massachusetts',
  MI: 'Michigan',
  MN: 'Minnesota',
  MS: 'Mississippi',
  MO: 'Missouri',
  MT: 'Montana',
  NE: 'Nebraska',
  NV: 'Nevada',
  NH: 'New Hampshire',
  NJ: 'New Jersey',
  NM: 'New Mexico',
  NY: 'New York',
  NC: 'North Carolina',
  ND: 'North Dakota',
  OH: 'Ohio',
  OK: 'Oklahoma',
  OR: 'Oregon',
  PA: 'Pennsylvania',
  RI: 'Rhode Island',
  SC: 'South Carolina',
  SD: 'South Dakota',
  TN: 'Tennessee',
  TX: 'Texas',
  UT: 'Utah',
  VT: 'Vermont',
  VA: 'Virginia',
  WA: 'Washington',
  WV: 'West Virginia',
  WI: 'Wisconsin',
  WY: 'Wyoming',
  DC: 'Dist. of Columbia',
  AS: 'American Samoa',
  FM: 'Federated States of Micronesia',
  GU: 'Guam',
  MH: 'Marshall Islands',
  MP: 'Northern Mariana Islands',
  PW: 'Palau',
  PR: 'Puerto Rico',
  VI: 'Virgin Islands',
};

export const US_STATES: readonly string[] = [...Object.values(STATES_BY_CODE), 'APO/AE', 'AFO/FPO', 'FPO, AP'];

/** The name that AWS takes, from a name in any case or from two letters; null where there is none. */
export function toStateName(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const byCode = STATES_BY_CODE[plain.toUpperCase()];
  if (byCode) return byCode;
  if (plain.toLowerCase() === 'district of columbia') return 'Dist. of Columbia';
  return US_STATES.find((name) => name.toLowerCase() === plain.toLowerCase()) ?? null;
}

/** Forms of postal codes: `9` a digit, `A` a letter, anything else as it stands. Countries whose published form is unclear are left out. */
const POSTAL_FORMS: Readonly<Record<string, string>> = {
  US: '99999|99999-9999',
  AU: '9999',
  AT: '9999',
  BE: '9999|B-9999',
  BR: '99999|99999-999',
  CA: 'A9A 9A9|A9A9A9',
  CH: '9999',
  CN: '999999',
  CZ: '99999|999 99',
  DE: '99999',
  DK: '9999',
  EE: '99999',
  ES: '99999',
  FI: '99999',
  FR: '99999',
  GR: '99999|999 99',
  HR: '99999',
  HU: '9999',
  ID: '99999',
  IL: '99999|9999999',
  IN: '999999|999 999',
  IT: '99999',
  JP: '9999999|999-9999',
  KR: '99999',
  LI: '9999',
  LT: '99999|LT-99999',
  LU: '9999',
  MX: '99999',
  MY: '99999',
  NL: '9999 AA|9999AA',
  NO: '9999',
  NZ: '9999',
  PH: '9999',
  PL: '99-999',
  PT: '9999|9999-999',
  RO: '999999',
  SE: '99999|999 99|S-99999|SE-99999',
  SG: '999999',
  SK: '99999|999 99',
  TH: '99999',
  TR: '99999',
  TW: '99999',
  UA: '99999',
  VN: '999999',
  ZA: '9999',
};

/** Countries whose codes are digits alone, by how many. */
const DIGITS_ALONE: readonly (readonly [form: string, countries: string])[] = [
  ['999', 'FO IS LS MG OM PG'],
  ['9999', 'AF AL AM BD BG CC CV CX CY ET GE GL GW HT LR MK MZ NE NF PY SJ TN'],
  [
    '99999',
    `AX BA BT CU DO DZ EG GT GU HN IQ JO KE KH KW LA LK MA ME MH MM MN MP NA NI NP PE PK PR PW RS SD SN SS TD UY
     VI ZM`,
  ],
  ['999999', 'CO EC KG KZ NG PA TJ TM TT'],
];

function formOf(country: string): string | undefined {
  return POSTAL_FORMS[country] ?? DIGITS_ALONE.find(([, countries]) => countries.split(/\s+/).includes(country))?.[0];
}

/** Countries without postal codes, of which AWS asks none. */
const WITHOUT_POSTAL_CODE: ReadonlySet<string> = new Set(
  (
    'AE AG AN AO AW BF BI BJ BO BQ BS BW BZ CF CG CI CK CM CW DJ DM ER FJ GD GH GM GQ GY HK HM KI KM KN LY ML MO MR MW NR ' +
    'NU QA RW SB SC SH SL SR ST SY TF TG TK TL TO TV UG VU YE ZW'
  ).split(' '),
);

export function hasPostalCodes(country: string): boolean {
  return !WITHOUT_POSTAL_CODE.has(country);
}

/** The forms that a country's codes may have, for a message; null where nothing is known. */
export function postalFormOf(country: string): string | null {
  return formOf(country)?.replaceAll('|', ', ') ?? null;
}

export function isPostalCode(country: string, code: string): boolean {
  const forms = formOf(country)?.split('|') ?? null;
  return forms === null || forms.some((form) => matchesForm(code, form));
}

function matchesForm(code: string, form: string): boolean {
  if (code.length !== form.length) return false;
  return [...form].every((sign, index) => {
    const given = code[index] ?? '';
    if (sign === '9') return /\d/.test(given);
    if (sign === 'A') return /[a-z]/i.test(given);
    return given.toUpperCase() === sign;
  });
}
