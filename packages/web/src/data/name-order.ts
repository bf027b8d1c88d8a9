// Order of names the Vietnamese way: a à ả ã á ạ ă … đ after d.

const collator = new Intl.Collator('vi', { numeric: true });

export function compareNames(a: string, b: string): number {
  return collator.compare(a, b);
}
