// Which column of the decree each province of 1 July 2025 stands in. A merged province takes the column of the part
// that gave it its seat: an assumption of the bench, good enough to spread communes over all seven columns.

const PROVINCES: Readonly<Record<string, readonly string[]>> = {
  TDMNPB: ['04', '08', '11', '12', '14', '15', '19', '20', '25'],
  DBSH: ['01', '22', '24', '31', '33', '37'],
  BTB: ['38', '40', '42', '44', '46'],
  DHNTB: ['48', '51', '52', '56'],
  TN: ['66', '68'],
  DNB: ['75', '79', '80'],
  DBSCL: ['82', '86', '91', '92', '96'],
};

const REGION_OF = new Map(
  Object.entries(PROVINCES).flatMap(([region, codes]) => codes.map((code) => [code, region] as const)),
);

/** @throws for a province that is not one of the 34 */
export function regionOf(province: string): string {
  const region = REGION_OF.get(province);
  if (region === undefined) throw new Error(`province ${province} has no region`);
  return region;
}
