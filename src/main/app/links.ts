/** Which addresses may be opened outside the app. */

const LINK_HOSTS: readonly RegExp[] = [
  /(^|\.)aws\.amazon\.com$/,
  /(^|\.)amazonaws\.com$/,
  /^partnercentral\.awspartner\.com$/,
  /^github\.com$/,
];

/** The address to open outside, re-serialised, or null when it is none of ours. */
export function allowedLink(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '') return null;
  return LINK_HOSTS.some((host) => host.test(parsed.hostname)) ? parsed.href : null;
}
