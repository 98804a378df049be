/** Second-level parts of addresses that say nothing of the outlet: `co` of `.co.uk`. */
const SHARED_DOMAIN = /^(?:co|com|net|org|gov|ac)$/;

/** The part of an address that names its owner, in lower case: `baltic-star` of `www.baltic-star.co.uk`. */
export function nameInHost(host: string): string {
  const labels = host
    .toLowerCase()
    .replace(/^https?:\/\/|\/$/g, "")
    .split(".")
    .slice(0, -1);
  if (labels.length > 1 && SHARED_DOMAIN.test(labels.at(-1) ?? "")) labels.pop();
  return labels.at(-1) ?? host;
}
