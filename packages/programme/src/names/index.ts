// Names: Vietnamese text made comparable, for search and for recognising places.
export { editDistance } from './distance.ts';
export { foldText, hasMarks, matchesSearch, toneKey } from './fold.ts';
export { splitUnitName, type UnitName } from './unit-name.ts';
